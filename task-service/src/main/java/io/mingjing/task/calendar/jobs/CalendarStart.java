package io.mingjing.task.calendar.jobs;

import io.mingjing.task.calendar.application.CalendarDesk;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Makes sure that the calendar is there before anything else of the service runs. */
@ApplicationScoped
class CalendarStart {

    private final CalendarDesk desk;

    CalendarStart(CalendarDesk desk) {
        this.desk = desk;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        desk.publishDelivered();
    }
}
