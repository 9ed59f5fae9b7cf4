package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.leaf.domain.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has to be known of a leaf to tell a rater what came of it. */
@ApplicationScoped
public class LeafBriefs {

    /**
     * @param number its human number (叶号)
     * @param stream trust class of its ratings
     * @param place code of its place; null for the rest of several
     * @param poor poor ratings in it
     * @param slot day of the slot at which it closed
     */
    public record Brief(
            UUID id,
            String number,
            String stream,
            Scope scope,
            @Nullable String place,
            String ownerUnit,
            long poor,
            LocalDate slot) {}

    private final AgroalDataSource database;

    LeafBriefs(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<Brief> find(UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select number, stream, scope, place, owner_unit, poor, slot from leaf where id = ?")) {
            query.setObject(1, leaf);
            ResultSet row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Brief(
                            leaf,
                            row.getString(1),
                            row.getString(2),
                            Scope.valueOf(row.getString(3)),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6),
                            row.getObject(7, LocalDate.class)))
                    : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("a leaf could not be read", broken);
        }
    }
}
