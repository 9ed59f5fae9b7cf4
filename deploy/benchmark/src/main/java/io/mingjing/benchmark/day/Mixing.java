package io.mingjing.benchmark.day;

import io.mingjing.benchmark.parts.Evaluation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;

/**
 * Lets a slot come and watches it from outside: the row of the slot appears when the mixer begins and says finished when
 * it is through. The service was started a moment before, so its code is cold.
 */
public final class Mixing {

    private static final LocalTime JUST_AFTER = LocalTime.of(18, 0, 5);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    private Mixing() {}

    /** Seconds from the beginning of the slot of a day to its end. */
    public static double run(Evaluation evaluation, LocalDate day) {
        evaluation.startAt(day.atTime(JUST_AFTER));
        long asked = System.nanoTime();
        long began = 0;
        try (Connection connection = evaluation.asSuperUser();
                PreparedStatement query = connection.prepareStatement("select finished from slot_run where day = ?")) {
            query.setObject(1, day);
            while (System.nanoTime() - asked < PATIENCE_NANOS) {
                ResultSet row = query.executeQuery();
                boolean there = row.next();
                if (there && began == 0) {
                    began = System.nanoTime();
                }
                if (there && row.getBoolean(1)) {
                    return (System.nanoTime() - began) / 1e9;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the slot could not be watched", broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the slot of " + day + " did not come to its end");
    }
}
