package io.mingjing.notification.recipient.application;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.NotificationConfig;
import io.mingjing.notification.recipient.domain.WorkingHours;
import io.mingjing.notification.recipient.persistence.CalendarYears;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Working hours by the published calendar. While a year is not published, Monday to Friday are worked. */
@ApplicationScoped
public class WorkingTime {

    private final CalendarYears years;
    private final NotificationConfig config;

    WorkingTime(CalendarYears years, NotificationConfig config) {
        this.years = years;
        this.config = config;
    }

    /** The hours around a moment. */
    public WorkingHours hoursAround(Instant at) {
        int year = at.atZone(BusinessClock.ZONE).getYear();
        WorkingCalendar calendar = WorkingCalendar.of(years.between(config.calendar(), year, year + 1));
        return new WorkingHours(config.opens(), config.closes(), BusinessClock.ZONE, calendar::isWorkingDay);
    }
}
