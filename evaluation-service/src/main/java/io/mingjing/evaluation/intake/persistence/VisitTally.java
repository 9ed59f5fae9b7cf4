package io.mingjing.evaluation.intake.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalLong;

/** How many visits were reported. */
@ApplicationScoped
public class VisitTally {

    private final AgroalDataSource database;

    VisitTally(AgroalDataSource database) {
        this.database = database;
    }

    /** Visits of a window on a day, whoever reported them; empty where that cannot be read. */
    public OptionalLong at(String window, LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("select count(*) from visit where window_code = ? and day = ?")) {
            count.setString(1, window);
            count.setObject(2, day);
            ResultSet row = count.executeQuery();
            row.next();
            return OptionalLong.of(row.getLong(1));
        } catch (SQLException away) {
            return OptionalLong.empty();
        }
    }
}
