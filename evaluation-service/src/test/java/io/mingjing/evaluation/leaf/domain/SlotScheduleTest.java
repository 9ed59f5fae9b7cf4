package io.mingjing.evaluation.leaf.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.kernel.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotScheduleTest {

    private static final LocalDate BEFORE_FIRST = LocalDate.of(2020, 12, 31);
    private final WorkingCalendar calendar = WorkingCalendar.of(List.of());
    private final SlotSchedule schedule = new SlotSchedule(calendar);

    @ParameterizedTest(name = "at {0} the last slot was on {1}")
    @CsvSource({
        "2026-03-19T17:59:59.999+08:00, 2026-03-18",
        "2026-03-19T18:00:00+08:00, 2026-03-19",
        "2026-03-19T10:00:00Z, 2026-03-19",
        "2026-03-21T18:00:00+08:00, 2026-03-20", // a Saturday
        "2026-03-23T17:00:00+08:00, 2026-03-20", // Monday before the slot
    })
    void slotsAreAtSixInTheEveningOfWorkingDays(OffsetDateTime moment, LocalDate day) {
        assertThat(schedule.lastDay(moment.toInstant())).isEqualTo(day);
    }

    @Test
    void nothingIsDueUntilTheNextSlot() {
        LocalDate thursday = LocalDate.of(2026, 3, 19);

        assertThat(schedule.due(thursday, Instant.parse("2026-03-20T09:59:59Z")))
                .isEmpty();
        assertThat(schedule.due(thursday, Instant.parse("2026-03-20T10:00:00Z")).map(Slot::day))
                .contains(LocalDate.of(2026, 3, 20));
        assertThat(schedule.due(LocalDate.of(2026, 3, 20), Instant.parse("2026-03-22T12:00:00Z")))
                .isEmpty();
    }

    @Property
    void everyTenthWorkingDayGathersSectionsAndEveryTwentiethBureaus(@ForAll @IntRange(min = 1, max = 3_000) int nth) {
        LocalDate day = calendar.addWorkingDays(BEFORE_FIRST, nth, StartDay.EXCLUDED);
        LocalDate before = calendar.subtractWorkingDays(day, 1);

        Slot slot = schedule.due(before, Slot.at(day)).orElseThrow();

        assertThat(slot).isEqualTo(new Slot(day, nth % 10 == 0, nth % 20 == 0));
    }

    @Property
    void missedSlotsAreRunAsTheLatestAndGatherWhatAnyOfThemWould(
            @ForAll @IntRange(min = 1, max = 3_000) int nth, @ForAll @IntRange(min = 1, max = 60) int missed) {
        LocalDate lastRun = calendar.addWorkingDays(BEFORE_FIRST, nth, StartDay.EXCLUDED);
        LocalDate latest = calendar.addWorkingDays(lastRun, missed, StartDay.EXCLUDED);
        boolean sections = false;
        boolean bureaus = false;
        for (int each = nth + 1; each <= nth + missed; each++) {
            sections |= each % 10 == 0;
            bureaus |= each % 20 == 0;
        }

        Optional<Slot> slot = schedule.due(lastRun, Slot.at(latest).plusSeconds(3));

        assertThat(slot).contains(new Slot(latest, sections, bureaus));
    }
}
