package io.mingjing.evaluation.contact.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Contacts that were handed over, by random id and inserted in its order: neither the heap nor a dump tells which of a
 * morning came first.
 */
@ApplicationScoped
public class ContactBoxes {

    /** A sealed contact. */
    public record Box(UUID id, byte[] box) {

        @Override
        public String toString() {
            return "Box[]";
        }
    }

    private final AgroalDataSource database;

    ContactBoxes(AgroalDataSource database) {
        this.database = database;
    }

    /** Adds contacts with a case each; joins the caller's transaction. */
    public void add(Collection<Box> boxes, LocalDate dueDay) {
        List<Box> sorted = boxes.stream()
                .sorted(Comparator.comparing(box -> box.id().toString()))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement box = connection.prepareStatement("insert into contact_box (id, box) values (?, ?)");
                PreparedStatement duty = connection.prepareStatement(
                        "insert into contact_case (id, due_day, state) values (?, ?, 'OPEN')")) {
            for (Box one : sorted) {
                box.setObject(1, one.id());
                box.setBytes(2, one.box());
                box.addBatch();
                duty.setObject(1, one.id());
                duty.setObject(2, dueDay);
                duty.addBatch();
            }
            box.executeBatch();
            duty.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("contacts could not be handed over", broken);
        }
    }

    public Optional<Box> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select box from contact_box where id = ?")) {
            query.setObject(1, id);
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(new Box(id, row.getBytes(1))) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("a contact could not be read", broken);
        }
    }

    /**
     * Deletes a contact, and what the office wrote about its calls; joins the caller's transaction.
     *
     * @return whether there was one
     */
    public boolean delete(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from contact_box where id = ?");
                PreparedStatement words =
                        connection.prepareStatement("update contact_call set words = null where case_id = ?")) {
            words.setObject(1, id);
            words.executeUpdate();
            delete.setObject(1, id);
            return delete.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("a contact could not be deleted", broken);
        }
    }
}
