package io.mingjing.task.calendar.application;

import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.kernel.event.CalendarEvent;
import io.mingjing.kernel.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Tells the other services which days are worked. */
@ApplicationScoped
class CalendarAnnouncer {

    private final Outbox outbox;

    CalendarAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    void published(CalendarYear year, long sequence, Instant at) {
        outbox.append(
                new CalendarEvent.YearPublished(
                        year.calendar(),
                        year.year(),
                        year.version(),
                        days(year, SetDay.Kind.OFF),
                        days(year, SetDay.Kind.WORKED)),
                sequence,
                at);
    }

    private static List<CalendarEvent.SetDay> days(CalendarYear year, SetDay.Kind kind) {
        return year.days().stream()
                .filter(day -> day.kind() == kind)
                .map(day -> new CalendarEvent.SetDay(day.date(), day.name(), day.document()))
                .toList();
    }
}
