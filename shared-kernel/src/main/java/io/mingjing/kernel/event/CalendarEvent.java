package io.mingjing.kernel.event;

import java.time.LocalDate;
import java.util.List;

/** The working-day calendar as task-service publishes it; the topic is compacted by year. */
public sealed interface CalendarEvent extends DomainEvent {

    /** A day that does not follow the week, with its name and the document that set it. */
    record SetDay(LocalDate date, String name, String document) {}

    /**
     * A year of the calendar was published, or published anew.
     *
     * @param daysOff days off, weekend days of a holiday period included
     * @param workedDays weekend days that are worked (调休)
     */
    record YearPublished(String calendar, int year, int version, List<SetDay> daysOff, List<SetDay> workedDays)
            implements CalendarEvent {

        public YearPublished {
            daysOff = List.copyOf(daysOff);
            workedDays = List.copyOf(workedDays);
        }

        @Override
        public String aggregateId() {
            return calendar + ":" + year;
        }
    }
}
