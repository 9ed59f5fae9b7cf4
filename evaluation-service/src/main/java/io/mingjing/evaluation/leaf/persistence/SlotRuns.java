package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Which slots were run. */
@ApplicationScoped
public class SlotRuns {

    private final AgroalDataSource database;

    SlotRuns(AgroalDataSource database) {
        this.database = database;
    }

    /** Day of the newest finished slot; empty before the first. */
    public Optional<LocalDate> lastFinished() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select max(day) from slot_run where finished")) {
            ResultSet row = query.executeQuery();
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class));
        } catch (SQLException broken) {
            throw new IllegalStateException("slots could not be read", broken);
        }
    }

    /** Notes that a slot is being run, or that it is through. */
    public void record(LocalDate day, long epoch, boolean finished) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into slot_run as s (day, epoch, finished) values (?, ?, ?)
                        on conflict (day) do update set epoch = excluded.epoch,
                            finished = s.finished or excluded.finished""")) {
            upsert.setObject(1, day);
            upsert.setLong(2, epoch);
            upsert.setBoolean(3, finished);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a slot could not be recorded", broken);
        }
    }
}
