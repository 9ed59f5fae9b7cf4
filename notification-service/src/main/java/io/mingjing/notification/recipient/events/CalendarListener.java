package io.mingjing.notification.recipient.events;

import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.event.CalendarEvent;
import io.mingjing.kernel.event.CalendarEvent.YearPublished;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.EventListener;
import io.mingjing.notification.recipient.persistence.CalendarYears;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the calendar's years as last published. */
@ApplicationScoped
class CalendarListener implements EventListener {

    private final CalendarYears years;

    CalendarListener(CalendarYears years) {
        this.years = years;
    }

    @Override
    public Set<Topics> topics() {
        return Set.of(Topics.CALENDAR);
    }

    @Override
    public void on(Envelope envelope) {
        if (envelope.event() instanceof CalendarEvent event) {
            switch (event) {
                case YearPublished year -> years.put(CalendarYear.from(year), envelope.sequence());
            }
        }
    }
}
