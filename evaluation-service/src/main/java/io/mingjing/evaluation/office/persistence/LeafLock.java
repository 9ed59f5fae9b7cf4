package io.mingjing.evaluation.office.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Puts what colleagues do about the notes of one leaf one after the other. The leaf itself may not be changed, hence no row lock. */
@ApplicationScoped
public class LeafLock {

    private final AgroalDataSource database;

    LeafLock(AgroalDataSource database) {
        this.database = database;
    }

    /** Waits for whoever has it and keeps it until the caller's transaction ends. */
    public void take(UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 65))")) {
            lock.setString(1, leaf.toString());
            lock.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException("a leaf could not be locked", broken);
        }
    }
}
