package io.mingjing.kernel.calendar;

import java.time.LocalDate;

/**
 * A day that a notice sets, whatever day of the week it is.
 *
 * @param name the holiday's name as the notice gives it, such as 春节; on a make-up day the holiday it makes up for
 * @param document number (文号) of the notice
 */
public record SetDay(LocalDate date, Kind kind, String name, String document) {

    /** What the notice makes of the day. */
    public enum Kind {
        /** Day off (放假), weekend days of a holiday period included. */
        OFF,
        /** Weekend day that is worked (调休上班). */
        WORKED
    }

    public SetDay {
        if (name.isBlank() || document.isBlank()) {
            throw new IllegalArgumentException("A set day needs its name and its document: " + date);
        }
    }
}
