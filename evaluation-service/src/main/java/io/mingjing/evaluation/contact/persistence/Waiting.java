package io.mingjing.evaluation.contact.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What raters left and nobody took yet: one row for a receipt, its box null once it was handed over. */
@ApplicationScoped
public class Waiting {

    /** What it is that waits. */
    public enum Kind {
        CONTACT("contact_wait"),
        CHIP("chip_wait");

        private final String table;

        Kind(String table) {
            this.table = table;
        }
    }

    /** A row that waits. */
    public record Row(byte[] h, byte[] box) {

        @Override
        public String toString() {
            return "Row[]";
        }
    }

    private final AgroalDataSource database;

    Waiting(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Keeps a box, in place of one that waits under the same key.
     *
     * @return whether it waits now; false where one was handed over before
     */
    public boolean keep(Kind kind, byte[] h, LocalDate expDay, byte[] box) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into %1$s as known (h, exp_day, box) values (?, ?, ?)
                        on conflict (h) do update set box = excluded.box where known.box is not null""".formatted(kind.table))) {
            upsert.setBytes(1, h);
            upsert.setObject(2, expDay);
            upsert.setBytes(3, box);
            return upsert.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("a box could not be kept", broken);
        }
    }

    /** Takes a box back that was not handed over yet; nothing happens where there is none. */
    public void withdraw(Kind kind, byte[] h) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from %s where h = ? and box is not null".formatted(kind.table))) {
            delete.setBytes(1, h);
            delete.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a box could not be taken back", broken);
        }
    }

    /** Everything that waits, locked until the caller's transaction ends. */
    public List<Row> all(Kind kind) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select h, box from %s where box is not null order by h for update".formatted(kind.table))) {
            ResultSet found = query.executeQuery();
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(new Row(found.getBytes(1), found.getBytes(2)));
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException("what waits could not be read", broken);
        }
    }

    /** Empties boxes that were handed over; joins the caller's transaction. */
    public void empty(Kind kind, Collection<byte[]> handedOver) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update %s set box = null where h = any (?) and box is not null".formatted(kind.table))) {
            update.setArray(1, connection.createArrayOf("bytea", handedOver.toArray(byte[][]::new)));
            int emptied = update.executeUpdate();
            if (emptied != handedOver.size()) {
                throw new IllegalStateException("not all that was handed over was there to be emptied");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("boxes could not be emptied", broken);
        }
    }

    /** Forgets rows that were handed over and whose day has come; joins the caller's transaction. */
    public void forget(Kind kind, LocalDate today) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from %s where box is null and exp_day <= ?".formatted(kind.table))) {
            delete.setObject(1, today);
            delete.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("old rows could not be forgotten", broken);
        }
    }
}
