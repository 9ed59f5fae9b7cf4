package io.mingjing.evaluation.place.events;

import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.event.CalendarEvent;
import io.mingjing.kernel.event.CalendarEvent.YearPublished;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the published years. */
@ApplicationScoped
class CalendarListener implements EventListener {

    private final Calendars calendars;

    CalendarListener(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Set<Topics> topics() {
        return Set.of(Topics.CALENDAR);
    }

    @Override
    public void on(Envelope envelope) {
        if (envelope.event() instanceof CalendarEvent event) {
            switch (event) {
                case YearPublished year -> calendars.record(CalendarYear.from(year), envelope.sequence());
            }
        }
    }
}
