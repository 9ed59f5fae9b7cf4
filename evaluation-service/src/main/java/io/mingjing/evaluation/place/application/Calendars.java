package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.place.persistence.CalendarStore;
import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.WorkingCalendar;
import jakarta.enterprise.context.ApplicationScoped;

/** The working days (工作日) as far as they have arrived; years that have not are provisional, Monday to Friday. */
@ApplicationScoped
public class Calendars {

    /** The calendar that task-service publishes for the whole country. */
    public static final String NATIONAL = "CN";

    private final CalendarStore store;

    Calendars(CalendarStore store) {
        this.store = store;
    }

    /** Joins the running transaction. */
    public void record(CalendarYear year, long sequence) {
        store.record(year, sequence);
    }

    public WorkingCalendar current() {
        return WorkingCalendar.of(store.years(NATIONAL));
    }
}
