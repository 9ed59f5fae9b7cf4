package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Photos of window staff, apart from the entity so that lists do not carry them. */
@ApplicationScoped
public class PhotoStore {

    private final AgroalDataSource database;

    PhotoStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Joins the running transaction. */
    public void keep(String staff, String name, byte[] jpeg) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update window_staff set photo_name = ?, photo = ? where code = ?")) {
            update.setString(1, name);
            update.setBytes(2, jpeg);
            update.setString(3, staff);
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the photo could not be kept", broken);
        }
    }

    /**
     * Joins the running transaction.
     *
     * @return whether there was one
     */
    public boolean remove(String staff) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update window_staff set photo_name = null, photo = null
                        where code = ? and photo is not null""")) {
            update.setString(1, staff);
            return update.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("the photo could not be removed", broken);
        }
    }

    /** By the name of its content. */
    public Optional<byte[]> find(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select photo from window_staff where photo_name = ? limit 1")) {
            query.setString(1, name);
            ResultSet rows = query.executeQuery();
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("the photo could not be read", broken);
        }
    }
}
