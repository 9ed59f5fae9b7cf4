package io.mingjing.evaluation.intake.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.domain.Scale.Level;
import io.mingjing.evaluation.intake.domain.Scale.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The versions of the national scale. Each call joins the running transaction. */
@ApplicationScoped
public class ScaleStore {

    private final AgroalDataSource database;

    ScaleStore(AgroalDataSource database) {
        this.database = database;
    }

    /** All versions, newest first. */
    public List<Scale> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select version, from_day, poor_up_to from scale order by from_day desc")) {
            ResultSet rows = query.executeQuery();
            List<Scale> scales = new ArrayList<>();
            while (rows.next()) {
                int version = rows.getInt(1);
                scales.add(new Scale(
                        version, rows.getObject(2, LocalDate.class), rows.getInt(3), levels(connection, version)));
            }
            return scales;
        } catch (SQLException broken) {
            throw new IllegalStateException("scale could not be read", broken);
        }
    }

    /** Writes a version that is not in force yet, in the place of what it said before. */
    public void put(Scale scale, String name, String basis) {
        try (Connection connection = database.getConnection()) {
            for (String table : List.of("scale_reason", "scale_level", "scale")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where version = ?")) {
                    delete.setInt(1, scale.version());
                    delete.executeUpdate();
                }
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into scale (version, from_day, name, poor_up_to, basis) values (?, ?, ?, ?, ?)")) {
                insert.setInt(1, scale.version());
                insert.setObject(2, scale.fromDay());
                insert.setString(3, name);
                insert.setInt(4, scale.poorUpTo());
                insert.setString(5, basis);
                insert.executeUpdate();
            }
            for (Level level : scale.levels()) {
                put(connection, scale.version(), level);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("scale could not be written", broken);
        }
    }

    private static void put(Connection connection, int version, Level level) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into scale_level (version, level, zh, en, value) values (?, ?, ?, ?, ?)")) {
            insert.setInt(1, version);
            insert.setInt(2, level.level());
            insert.setString(3, level.zh());
            insert.setString(4, level.en());
            insert.setInt(5, level.value());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into scale_reason (version, code, level, place, zh, en, base)
                values (?, ?, ?, ?, ?, ?, ? <= 3)""")) {
            int place = 0;
            for (Reason reason : level.reasons()) {
                insert.setInt(1, version);
                insert.setString(2, reason.code());
                insert.setInt(3, level.level());
                insert.setInt(4, ++place);
                insert.setString(5, reason.zh());
                insert.setString(6, reason.en());
                insert.setInt(7, place);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<Level> levels(Connection connection, int version) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select level, zh, en, value from scale_level where version = ? order by level desc")) {
            query.setInt(1, version);
            ResultSet rows = query.executeQuery();
            List<Level> levels = new ArrayList<>();
            while (rows.next()) {
                int level = rows.getInt(1);
                levels.add(new Level(
                        level,
                        rows.getString(2),
                        rows.getString(3),
                        rows.getInt(4),
                        reasons(connection, version, level)));
            }
            return levels;
        }
    }

    private static List<Reason> reasons(Connection connection, int version, int level) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select code, zh, en from scale_reason where version = ? and level = ? order by place")) {
            query.setInt(1, version);
            query.setInt(2, level);
            ResultSet rows = query.executeQuery();
            List<Reason> reasons = new ArrayList<>();
            while (rows.next()) {
                reasons.add(new Reason(rows.getString(1), rows.getString(2), rows.getString(3), false));
            }
            return reasons;
        }
    }
}
