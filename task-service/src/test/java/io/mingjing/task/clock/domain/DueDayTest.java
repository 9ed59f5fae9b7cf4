package io.mingjing.task.clock.domain;

import static io.mingjing.task.clock.domain.ClockFixture.days;
import static io.mingjing.task.clock.domain.ClockFixture.startedOn;
import static io.mingjing.task.clock.domain.ClockFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.calendar.CalendarFixture;
import io.mingjing.kernel.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due days counted by hand on the printed calendar. */
class DueDayTest {

    private final WorkingCalendar cn = CalendarFixture.cn();

    @ParameterizedTest
    @CsvSource({
        "2026-01-30, 30, 2026-03-19",
        "2026-09-30, 3, 2026-10-10",
        "2026-12-25, 5, 2027-01-01",
    })
    void countsWorkingDays(String start, int n, LocalDate due) {
        assertThat(DueDay.of(days(start, n), startedOn(start + "T10:00").ledger(), cn)
                        .day())
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # pause             | resume              | due of 5 working days from Mon 2026-03-02 (Mon 03-09) | why
            2026-03-03T10:00    | 2026-03-03T16:00    | 2026-03-09 | on one day: nothing is lost
            2026-03-03T23:59:59 | 2026-03-04T00:00:01 | 2026-03-10 | over midnight: one day
            2026-03-03T10:00    | 2026-03-05T10:00    | 2026-03-11 | Tuesday and Wednesday
            2026-03-06T10:00    | 2026-03-09T10:00    | 2026-03-10 | a weekend costs nothing but its Friday
            2026-03-09T10:00    | 2026-03-12T10:00    | 2026-03-12 | on the last day: that day is left
            2026-03-10T00:00    | 2026-03-20T00:00    | 2026-03-09 | after the end: overdue stays overdue
            2026-03-03T10:00    | 2027-03-03T10:00    | 2027-03-09 | resumed in another year
            """)
    void leavesOutPausedDays(String pause, String resume, LocalDate due, String why) {
        Ledger ledger = startedOn("2026-03-02T09:00")
                .paused(pause.strip())
                .resumed(resume.strip())
                .ledger();

        assertThat(DueDay.of(days("2026-03-02", 5), ledger, cn).day()).as(why).isEqualTo(due);
    }

    @Test
    void countsMakeUpSaturdaysAsPausedWhenTheyAre() {
        // 2026-05-09 is a Saturday that is worked: paused from Thursday to Monday leaves out three working days.
        Ledger ledger = startedOn("2026-05-06T09:00")
                .paused("2026-05-07T09:00")
                .resumed("2026-05-11T09:00")
                .ledger();

        assertThat(DueDay.of(days("2026-05-06", 2), ledger, cn).day()).isEqualTo("2026-05-12");
    }

    @Test
    void addsUpSeveralPausesWithoutTakingADayTwice() {
        Ledger ledger = startedOn("2026-03-02T09:00")
                .paused("2026-03-03T09:00")
                .resumed("2026-03-04T09:00")
                .paused("2026-03-04T10:00")
                .resumed("2026-03-05T09:00")
                .paused("2026-03-05T09:30")
                .resumed("2026-03-05T17:00")
                .ledger();

        assertThat(DueDay.of(days("2026-03-02", 5), ledger, cn).day()).isEqualTo("2026-03-11");
    }

    @Test
    void isOpenWhileAPauseLastsAndNotOnceItWasMissed() {
        Ledger early = startedOn("2026-03-02T09:00").paused("2026-03-03T09:00").ledger();
        Ledger late = startedOn("2026-03-02T09:00").paused("2026-03-10T09:00").ledger();

        assertThat(DueDay.of(days("2026-03-02", 5), early, cn).day()).isNull();
        assertThat(DueDay.of(days("2026-03-02", 5), early, cn).at()).isNull();
        assertThat(DueDay.of(days("2026-03-02", 5), late, cn).day()).isEqualTo("2026-03-09");
    }

    @Test
    void movesANamedDayByThePausedWorkingDays() {
        Ledger paused = startedOn("2026-03-02T09:00")
                .paused("2026-03-05T09:00")
                .resumed("2026-03-10T09:00")
                .ledger();
        Ledger overSaturday = startedOn("2026-03-02T09:00")
                .paused("2026-03-07T09:00")
                .resumed("2026-03-09T09:00")
                .ledger();

        assertThat(DueDay.of(until("2026-03-06"), paused, cn).day()).isEqualTo("2026-03-11");
        assertThat(DueDay.of(until("2026-03-07"), overSaturday, cn).day()).isEqualTo("2026-03-09");
    }

    @Test
    void anExtensionNamesADayAndOnlyLaterPausesMoveIt() {
        ClockFixture extended = startedOn("2026-03-02T09:00")
                .paused("2026-03-03T09:00")
                .resumed("2026-03-05T09:00")
                .extended("2026-03-06T09:00", "2026-03-20");

        assertThat(DueDay.of(days("2026-03-02", 5), extended.ledger(), cn).day())
                .isEqualTo("2026-03-20");
        extended.paused("2026-03-19T09:00").resumed("2026-03-20T09:00");
        assertThat(DueDay.of(days("2026-03-02", 5), extended.ledger(), cn).day())
                .isEqualTo("2026-03-23");
    }

    @Test
    void endsAtTheNextMidnightAndNamesItsDayWhateverTheWeekSays() {
        DueDay due =
                DueDay.of(until("2024-02-05"), startedOn("2024-02-06T04:36").ledger(), cn);

        assertThat(due.day()).isEqualTo("2024-02-05");
        assertThat(due.at()).isEqualTo(Instant.parse("2024-02-05T16:00:00Z"));
    }

    @Test
    void beforeADateMayLeaveTheDateOut() {
        LocalDate date = LocalDate.of(2024, 2, 5);

        assertThat(new Limit.FixedDate(date, true).lastDay()).isEqualTo("2024-02-05");
        assertThat(new Limit.FixedDate(date, false).lastDay()).isEqualTo("2024-02-04");
    }

    @Test
    void isProvisionalWhereItLeansOnAYearThatIsNotPublished() {
        Ledger started = startedOn("2026-12-01T09:00").ledger();

        assertThat(DueDay.of(days("2026-12-01", 30), started, cn).provisional()).isTrue();
        assertThat(DueDay.of(days("2026-12-01", 20), started, cn).provisional()).isFalse();
        assertThat(DueDay.of(until("2027-02-01"), started, cn).provisional()).isFalse();
    }
}
