package io.mingjing.task.clock.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days that do not count: those at whose 24:00 the clock was paused, from the day of the pause to the day before it ran
 * again. So a pause and its resume on one day cost nothing, and days are never taken off twice.
 *
 * @param until the first day that counts again; null while it lasts
 */
public record Pause(LocalDate from, @Nullable LocalDate until, String ground) {

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
