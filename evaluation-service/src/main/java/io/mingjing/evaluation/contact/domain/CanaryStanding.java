package io.mingjing.evaluation.contact.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the city office is known to be able to open what is sealed for it (自检信).
 *
 * @param since first morning of the unbroken run of confirmed ones; null where none was confirmed
 * @param latest newest morning that was confirmed; null where there is none
 * @param missed mornings before today that passed unconfirmed since then
 */
public record CanaryStanding(
        @Nullable LocalDate since, @Nullable LocalDate latest, int missed) {

    /** Unconfirmed working days after which somebody has to look. */
    public static final int ALARM_AFTER = 3;

    /** A morning and whether its word came back. */
    public record Morning(LocalDate day, boolean confirmed) {}

    /**
     * @param mornings newest first
     */
    public static CanaryStanding of(List<Morning> mornings, LocalDate today) {
        int missed = 0;
        LocalDate latest = null;
        LocalDate since = null;
        for (Morning morning : mornings) {
            if (morning.confirmed()) {
                latest = latest == null ? morning.day() : latest;
                since = morning.day();
            } else if (latest != null) {
                break;
            } else if (morning.day().isBefore(today)) {
                missed++;
            }
        }
        return new CanaryStanding(since, latest, missed);
    }

    public boolean alarming() {
        return missed >= ALARM_AFTER;
    }
}
