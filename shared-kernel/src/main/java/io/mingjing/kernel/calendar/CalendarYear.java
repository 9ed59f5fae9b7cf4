package io.mingjing.kernel.calendar;

import io.mingjing.kernel.event.CalendarEvent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A published year of a calendar. Days that are not set follow the week, Monday to Friday worked.
 *
 * @param calendar code, such as {@code CN}
 * @param version counts the publications of this year, from 1
 * @param days each at most once, all within the year
 */
public record CalendarYear(String calendar, int year, int version, List<SetDay> days) {

    public CalendarYear {
        days = List.copyOf(days);
        Set<LocalDate> seen = new HashSet<>();
        for (SetDay day : days) {
            if (day.date().getYear() != year) {
                throw new IllegalArgumentException(day.date() + " is not a day of " + year);
            }
            if (!seen.add(day.date())) {
                throw new IllegalArgumentException(day.date() + " is set twice");
            }
        }
    }

    /** The year as its event carries it. */
    public static CalendarYear from(CalendarEvent.YearPublished event) {
        Stream<SetDay> off = event.daysOff().stream()
                .map(day -> new SetDay(day.date(), SetDay.Kind.OFF, day.name(), day.document()));
        Stream<SetDay> worked = event.workedDays().stream()
                .map(day -> new SetDay(day.date(), SetDay.Kind.WORKED, day.name(), day.document()));
        return new CalendarYear(
                event.calendar(),
                event.year(),
                event.version(),
                Stream.concat(off, worked).toList());
    }
}
