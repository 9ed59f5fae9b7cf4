package io.mingjing.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.kernel.event.CalendarEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases counted by hand on the printed arrangement. */
class WorkingCalendarTest {

    private final WorkingCalendar cn = CalendarFixture.cn();

    @ParameterizedTest
    @CsvSource({
        "2026-01-30, 30, EXCLUDED, 2026-03-19, 'thirty days over 春节 and its two make-up Saturdays'",
        "2026-09-30,  3, EXCLUDED, 2026-10-10, 'the third day is a Saturday that is worked'",
        "2026-09-30,  3, INCLUDED, 2026-10-09, 'counting the day itself'",
        "2026-09-19,  1, EXCLUDED, 2026-09-20, 'a Sunday that is worked'",
        "2026-02-13,  1, EXCLUDED, 2026-02-14, 'make-up Saturday before 春节'",
        "2026-02-14,  1, EXCLUDED, 2026-02-24, 'first day after 春节'",
        "2026-05-01,  1, INCLUDED, 2026-05-06, 'a day off cannot be the first day'",
        "2026-05-09,  1, INCLUDED, 2026-05-09, 'a make-up Saturday can'",
        "2025-12-31,  1, EXCLUDED, 2026-01-04, 'over the new year to a worked Sunday'",
        "2024-02-04,  1, INCLUDED, 2024-02-04, 'worked Sunday before 春节 2024'",
        "2022-12-30,  1, EXCLUDED, 2023-01-03, 'a notice of 2023 set the last day of 2022'",
        "2026-12-31,  1, EXCLUDED, 2027-01-01, 'a provisional year follows the week'",
        "2026-12-31,  6, EXCLUDED, 2027-01-08, 'a provisional year follows the week'"
    })
    void addsWorkingDays(LocalDate start, int n, StartDay rule, LocalDate last, String why) {
        assertThat(cn.addWorkingDays(start, n, rule)).as(why).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 4, 5, 2026-10-13", "2026, 1, 5, 2026-01-08", "2026, 1, 1, 2026-01-04",
        "2026, 2, 5, 2026-04-08", "2024, 2, 5, 2024-04-08", "2025, 4, 5, 2025-10-14"
    })
    void findsTheNthWorkingDayOfAQuarter(int year, int quarter, int n, LocalDate day) {
        assertThat(cn.nthWorkingDayOfQuarter(year, quarter, n)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-10, 2, 2026-10-08, 'before the worked Saturday'",
        "2026-02-24, 1, 2026-02-14, 'back over 春节'",
        "2026-03-08, 2, 2026-03-05, 'before a Sunday'"
    })
    void stepsBack(LocalDate day, int n, LocalDate earlier, String why) {
        assertThat(cn.subtractWorkingDays(day, n)).as(why).isEqualTo(earlier);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-10-10, 3",
        "2026-10-10, 2026-09-30, -3",
        "2026-10-01, 2026-10-07, 0",
        "2025-12-31, 2026-12-31, 248",
        "2026-02-27, 2026-02-28, 1"
    })
    void countsWorkingDays(LocalDate after, LocalDate to, int days) {
        assertThat(cn.workingDaysBetween(after, to)).isEqualTo(days);
    }

    @Test
    void namesTheDocumentOfADay() {
        assertThat(cn.setDay(LocalDate.of(2026, 10, 10)))
                .contains(new SetDay(LocalDate.of(2026, 10, 10), SetDay.Kind.WORKED, "国庆节", "国办发明电〔2025〕7号"));
        assertThat(cn.setDay(LocalDate.of(2026, 10, 12))).isEmpty();
    }

    @Test
    void knowsWhatIsProvisional() {
        assertThat(cn.status(2026)).isEqualTo(YearStatus.PUBLISHED);
        assertThat(cn.status(2027)).isEqualTo(YearStatus.PROVISIONAL);
        assertThat(cn.provisional(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)))
                .isFalse();
        assertThat(cn.provisional(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .isTrue();
    }

    @Test
    void endsADayAtTheNextMidnightInShanghai() {
        assertThat(WorkingCalendar.endOfDay(LocalDate.of(2024, 2, 5))).isEqualTo(Instant.parse("2024-02-05T16:00:00Z"));
    }

    @Test
    void readsAYearFromItsEvent() {
        var event = new CalendarEvent.YearPublished(
                "CN",
                2027,
                1,
                List.of(new CalendarEvent.SetDay(LocalDate.of(2027, 1, 1), "元旦", "甲")),
                List.of(new CalendarEvent.SetDay(LocalDate.of(2027, 1, 2), "元旦", "甲")));

        WorkingCalendar calendar = WorkingCalendar.of(List.of(CalendarYear.from(event)));

        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 2))).isTrue();
    }

    @Test
    void refusesNonsense() {
        SetDay day = new SetDay(LocalDate.of(2026, 1, 1), SetDay.Kind.OFF, "元旦", "甲");

        assertThatThrownBy(() -> new CalendarYear("CN", 2027, 1, List.of(day)))
                .hasMessageContaining("not a day of 2027");
        assertThatThrownBy(() -> new CalendarYear("CN", 2026, 1, List.of(day, day)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> cn.addWorkingDays(day.date(), 0, StartDay.EXCLUDED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cn.addWorkingDays(day.date(), Integer.MAX_VALUE, StartDay.EXCLUDED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cn.isWorkingDay(LocalDate.of(1969, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
