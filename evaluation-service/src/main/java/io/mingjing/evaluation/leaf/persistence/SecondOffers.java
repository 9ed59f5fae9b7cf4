package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Since when the outcome of a leaf's task is known. */
@ApplicationScoped
public class SecondOffers {

    private final AgroalDataSource database;

    SecondOffers(AgroalDataSource database) {
        this.database = database;
    }

    /** Notes the day of the first close; a later one changes nothing. Joins the caller's transaction. */
    public void begin(UUID leaf, LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into second_offer (leaf_id, from_day) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, leaf);
            insert.setObject(2, day);
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the day of an outcome could not be kept", broken);
        }
    }

    public Optional<LocalDate> since(UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select from_day from second_offer where leaf_id = ?")) {
            query.setObject(1, leaf);
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("the day of an outcome could not be read", broken);
        }
    }
}
