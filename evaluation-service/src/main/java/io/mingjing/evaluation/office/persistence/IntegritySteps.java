package io.mingjing.evaluation.office.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What discipline did, sealed, step by step; added and never changed. */
@ApplicationScoped
public class IntegritySteps {

    /** A step as it lies in the table. */
    public record SealedStep(UUID id, byte[] ref, byte[] seal) {}

    private final AgroalDataSource database;

    IntegritySteps(AgroalDataSource database) {
        this.database = database;
    }

    /** Joins the caller's transaction, and keeps other steps of the same matter waiting until it ends. */
    public void lock(byte[] ref) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 64))")) {
            lock.setBytes(1, ref);
            lock.executeQuery();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Joins the caller's transaction. */
    public void add(SealedStep step) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into integrity_step (id, ref, seal) values (?, ?, ?)")) {
            insert.setObject(1, step.id());
            insert.setBytes(2, step.ref());
            insert.setBytes(3, step.seal());
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    public List<SealedStep> of(Collection<byte[]> refs) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id, ref, seal from integrity_step where ref = any (?) order by id")) {
            query.setArray(1, connection.createArrayOf("bytea", refs.toArray(byte[][]::new)));
            ResultSet rows = query.executeQuery();
            List<SealedStep> steps = new ArrayList<>();
            while (rows.next()) {
                steps.add(new SealedStep(rows.getObject(1, UUID.class), rows.getBytes(2), rows.getBytes(3)));
            }
            return steps;
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private static IllegalStateException failed(SQLException broken) {
        return new IllegalStateException("steps of discipline could not be read or written", broken);
    }
}
