package io.mingjing.notification.recipient.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.calendar.CalendarFixture;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    private final WorkingCalendar calendar = CalendarFixture.cn();
    private final WorkingHours hours =
            new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0), BusinessClock.ZONE, calendar::isWorkingDay);

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            2026-03-19T08:59:59, 2026-03-19T09:00, before opening the day itself
            2026-03-19T09:00:00, 2026-03-19T09:00, at opening at once
            2026-03-19T17:59:59, 2026-03-19T17:59:59, a second before closing at once
            2026-03-19T18:00:00, 2026-03-20T09:00, at closing the next day
            2026-03-20T18:00:00, 2026-03-23T09:00, on Friday evening Monday
            2026-09-30T18:00:00, 2026-10-08T09:00, before the National Day holiday the first day after it
            2026-10-09T18:00:00, 2026-10-10T09:00, before a make-up Saturday that Saturday
            2026-10-10T10:00:00, 2026-10-10T10:00, on a make-up Saturday at once
            2026-10-10T18:00:00, 2026-10-12T09:00, after a make-up Saturday Monday
            2026-01-03T12:00:00, 2026-01-04T09:00, before a make-up Sunday that Sunday
            """)
    void peopleAreToldInWorkingHours(String at, String told, String why) {
        assertThat(hours.nextOpen(shanghai(at))).as(why).isEqualTo(shanghai(told));
    }

    @Test
    void aHolidayOnAWorkdayIsClosed() {
        assertThat(hours.areOpen(shanghai("2026-10-01T10:00"))).isFalse();
    }

    private static Instant shanghai(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }
}
