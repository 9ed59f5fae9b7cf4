package io.mingjing.task.clock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.calendar.CalendarFixture;
import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.domain.DeadlineProof.Counts;
import io.mingjing.task.clock.domain.DeadlineProof.ProofDay;
import io.mingjing.task.clock.domain.LedgerEntry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the pauses: the derived due day is the one the day-by-day walk ends on, and no pause mends what was missed. */
class DueDayPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final WorkingCalendar cn = CalendarFixture.cn();

    @Property
    void theExplanationEndsOnTheDueDay(
            @ForAll @IntRange(max = 1000) int startOffset,
            @ForAll @IntRange(min = 1, max = 60) int budget,
            @ForAll StartDay startDay,
            @ForAll @Size(max = 6) List<@IntRange(max = 400) Integer> hoursBetween) {
        LocalDate start = FIRST.plusDays(startOffset);
        Ledger ledger = pausing(start, hoursBetween);
        ClockRule rule = new ClockRule.WorkingDayBudget(start, budget, startDay);

        DueDay due = DueDay.of(rule, ledger, cn);
        List<ProofDay> days = Explanation.of(rule, ledger, start, LocalDate.of(2028, 12, 31), cn);

        assertThat(days).extracting(ProofDay::day).isSorted().doesNotHaveDuplicates();
        if (due.day() == null) {
            assertThat(days.getLast().counted()).isLessThan(budget);
        } else {
            assertThat(days.getLast().day()).isEqualTo(due.day());
            assertThat(days.getLast().counted()).isEqualTo(budget);
            assertThat(days.getLast().counts()).isIn(Counts.COUNTED, Counts.MAKE_UP);
        }
    }

    @Property
    void aPauseNeverMakesItEarlierAndNeverMendsWhatWasMissed(
            @ForAll @IntRange(max = 1000) int startOffset,
            @ForAll @IntRange(min = 1, max = 60) int budget,
            @ForAll boolean namedDay,
            @ForAll @IntRange(max = 2400) int pauseAfter,
            @ForAll @IntRange(max = 1200) int pauseFor) {
        LocalDate start = FIRST.plusDays(startOffset);
        ClockRule rule = namedDay
                ? new ClockRule.UntilDay(start.plusDays(budget))
                : new ClockRule.WorkingDayBudget(start, budget, StartDay.EXCLUDED);
        DueDay without = DueDay.of(rule, pausing(start, List.of()), cn);
        DueDay with = DueDay.of(rule, pausing(start, List.of(pauseAfter, pauseFor)), cn);
        Instant paused = start.atStartOfDay(BusinessClock.ZONE).toInstant().plusSeconds(3600L * pauseAfter);

        assertThat(with.day()).isAfterOrEqualTo(without.day());
        if (!paused.isBefore(without.at())) {
            assertThat(with).isEqualTo(without);
        }
    }

    /** Pauses and resumes in turn, hours apart; the last pause may last. */
    private static Ledger pausing(LocalDate start, List<Integer> hoursBetween) {
        Instant moment = start.atStartOfDay(BusinessClock.ZONE).toInstant();
        List<LedgerEntry> entries = new ArrayList<>();
        entries.add(entry(Kind.STARTED, moment));
        boolean running = true;
        for (int hours : hoursBetween) {
            moment = moment.plusSeconds(3600L * hours);
            entries.add(entry(running ? Kind.PAUSED : Kind.RESUMED, moment));
            running = !running;
        }
        return new Ledger(entries);
    }

    private static LedgerEntry entry(Kind kind, Instant at) {
        return new LedgerEntry(kind, at, at, null, null, "依据", ActedBy.SYSTEM);
    }
}
