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

/** The versions of the scale. */
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

    private static List<Level> levels(Connection connection, int version) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select level, zh, en from scale_level where version = ? order by level desc")) {
            query.setInt(1, version);
            ResultSet rows = query.executeQuery();
            List<Level> levels = new ArrayList<>();
            while (rows.next()) {
                int level = rows.getInt(1);
                levels.add(new Level(level, rows.getString(2), rows.getString(3), reasons(connection, version, level)));
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
                reasons.add(new Reason(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return reasons;
        }
    }
}
