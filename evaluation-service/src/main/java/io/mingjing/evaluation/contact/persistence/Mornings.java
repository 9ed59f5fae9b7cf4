package io.mingjing.evaluation.contact.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.contact.domain.CanaryStanding.Morning;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mornings of the hand-over: each happens once, and a canary tells whether the office can open what came. */
@ApplicationScoped
public class Mornings {

    private static final int REMEMBERED = 400;

    private final AgroalDataSource database;

    Mornings(AgroalDataSource database) {
        this.database = database;
    }

    public boolean happened(LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select from contact_morning where day = ?")) {
            query.setObject(1, day);
            return query.executeQuery().next();
        } catch (SQLException broken) {
            throw new IllegalStateException("mornings could not be read", broken);
        }
    }

    /**
     * Begins a morning in the caller's transaction; another process that tries the same waits for its end.
     *
     * @param proof keyed hash of the canary's word; null where no canary could be sealed
     * @return false where it happened already
     */
    public boolean begin(LocalDate day, byte @Nullable [] proof) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into contact_morning (day, proof) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, day);
            insert.setBytes(2, proof);
            return insert.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("a morning could not be begun", broken);
        }
    }

    /** The morning whose canary has this proof. */
    public Optional<LocalDate> ofProof(byte[] proof) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select day from contact_morning where proof = ?")) {
            query.setBytes(1, proof);
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("a canary could not be looked up", broken);
        }
    }

    /** Notes that the word of a morning came back; the first time counts. Joins the caller's transaction. */
    public void confirm(LocalDate morning, LocalDate today) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update contact_morning set confirmed = ? where day = ? and confirmed is null")) {
            update.setObject(1, today);
            update.setObject(2, morning);
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a canary could not be confirmed", broken);
        }
    }

    /** The mornings of more than a year, newest first. */
    public List<Morning> newest() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select day, confirmed is not null from contact_morning order by day desc limit ?")) {
            query.setInt(1, REMEMBERED);
            ResultSet rows = query.executeQuery();
            List<Morning> mornings = new ArrayList<>();
            while (rows.next()) {
                mornings.add(new Morning(rows.getObject(1, LocalDate.class), rows.getBoolean(2)));
            }
            return mornings;
        } catch (SQLException broken) {
            throw new IllegalStateException("mornings could not be read", broken);
        }
    }
}
