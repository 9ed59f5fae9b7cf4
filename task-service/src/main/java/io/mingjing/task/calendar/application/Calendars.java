package io.mingjing.task.calendar.application;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.task.calendar.persistence.CalendarRows;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The working-day calendar that holds now. Kept in memory and read anew when the edition has moved, which each call asks
 * the database, so that a publication by another replica is seen at once.
 */
@ApplicationScoped
public class Calendars {

    /** The calendar all limits are counted by: the State Council's. */
    public static final String CN = "CN";

    /**
     * A calendar and how often it had been published.
     *
     * @param number rises with every publication
     */
    public record Edition(long number, WorkingCalendar calendar) {}

    private final CalendarRows rows;
    private volatile @Nullable Edition latest;

    Calendars(CalendarRows rows) {
        this.rows = rows;
    }

    /** The edition that holds; not for the transaction that publishes one. */
    public Edition current() {
        long number = rows.edition(CN).orElseThrow();
        Edition known = latest;
        if (known != null && known.number() == number) {
            return known;
        }
        Edition read = new Edition(number, WorkingCalendar.of(rows.years(CN)));
        latest = read;
        return read;
    }

    public WorkingCalendar calendar() {
        return current().calendar();
    }
}
