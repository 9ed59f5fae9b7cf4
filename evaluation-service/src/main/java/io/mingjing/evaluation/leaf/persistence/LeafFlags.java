package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What the stuffing radar (异常监测) noticed, counted per leaf; for the city side only. */
@ApplicationScoped
public class LeafFlags {

    private final AgroalDataSource database;

    LeafFlags(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Joins the caller's transaction.
     *
     * @param ratings ratings of the leaf by flag
     */
    public void add(UUID leaf, Map<String, Long> ratings) {
        if (ratings.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into leaf_flag (leaf_id, flag, ratings) values (?, ?, ?)")) {
            for (Map.Entry<String, Long> flag : new TreeMap<>(ratings).entrySet()) {
                insert.setObject(1, leaf);
                insert.setString(2, flag.getKey());
                insert.setLong(3, flag.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("flags of a leaf could not be stored", broken);
        }
    }

    /** Ratings of a leaf by flag; empty where nothing was noticed. */
    public SortedMap<String, Long> of(UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select flag, ratings from leaf_flag where leaf_id = ?")) {
            query.setObject(1, leaf);
            ResultSet rows = query.executeQuery();
            SortedMap<String, Long> flags = new TreeMap<>();
            while (rows.next()) {
                flags.put(rows.getString(1), rows.getLong(2));
            }
            return flags;
        } catch (SQLException broken) {
            throw new IllegalStateException("flags of a leaf could not be read", broken);
        }
    }
}
