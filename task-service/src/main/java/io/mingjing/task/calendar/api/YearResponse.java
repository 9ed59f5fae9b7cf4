package io.mingjing.task.calendar.api;

import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.kernel.calendar.YearStatus;
import io.mingjing.task.calendar.application.DueDates;
import io.mingjing.task.calendar.application.YearPublisher.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of the calendar.
 *
 * @param version counts its publications; 0 while provisional
 * @param moves what the publication moves or would move; null when nothing was published
 */
public record YearResponse(
        String calendar,
        int year,
        YearStatus status,
        int version,
        List<Day> daysOff,
        List<Day> workedDays,
        @Nullable Moves moves) {

    /** A day that a notice set. */
    public record Day(String date, String name, String document) {}

    /** Due days that move, and how many of them become earlier. */
    public record Moves(long examined, long moved, long earlier, List<DueDates.Move> first) {}

    static YearResponse provisional(String calendar, int year) {
        return new YearResponse(calendar, year, YearStatus.PROVISIONAL, 0, List.of(), List.of(), null);
    }

    static YearResponse from(CalendarYear year) {
        return from(year, null);
    }

    static YearResponse from(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unchanged same -> from(same.year(), new Moves(0, 0, 0, List.of()));
            case Outcome.Published published -> {
                DueDates.Moves moves = published.moves();
                yield from(
                        published.year(), new Moves(moves.examined(), moves.moved(), moves.earlier(), moves.first()));
            }
        };
    }

    private static YearResponse from(CalendarYear year, @Nullable Moves moves) {
        return new YearResponse(
                year.calendar(),
                year.year(),
                YearStatus.PUBLISHED,
                year.version(),
                days(year, SetDay.Kind.OFF),
                days(year, SetDay.Kind.WORKED),
                moves);
    }

    private static List<Day> days(CalendarYear year, SetDay.Kind kind) {
        return year.days().stream()
                .filter(day -> day.kind() == kind)
                .map(day -> new Day(day.date().toString(), day.name(), day.document()))
                .toList();
    }
}
