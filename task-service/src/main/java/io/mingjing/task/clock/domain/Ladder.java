package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.domain.ClockRule.WorkingDayBudget;
import io.mingjing.task.clock.domain.LedgerEntry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who hears when a due day comes near and passes: section, leader in charge, principal leader. The order is
 * the documents', the days are policy of ours. A version never changes, so that a clock keeps the ladder it started with.
 *
 * @param holdDays working days by which an acknowledgement holds the following steps back, and progress once more
 * @param steps in order
 */
public record Ladder(int version, int holdDays, List<LadderStep> steps) {

    private static final LocalTime OPENING = LocalTime.of(9, 0);

    public Ladder {
        steps = List.copyOf(steps);
    }

    public Optional<LadderStep> step(int number) {
        return steps.stream().filter(step -> step.number() == number).findFirst();
    }

    /**
     * The rungs of a new generation, or of the present one after an acknowledgement. A clock that was past its due day
     * when it started fires none: it went into the summary of its plan. An extension or a refused close-out brings the
     * ladder back.
     *
     * @param due the last day of the limit
     * @param told what was told so far
     */
    public List<PlannedRung> plan(LocalDate due, Ledger ledger, Told told, WorkingCalendar calendar) {
        LedgerEntry planning = ledger.lastPlanning();
        List<Timed> timed = times(due, ledger, calendar);
        if (ledger.startedAfter(due)) {
            return timed.stream()
                    .map(rung -> new PlannedRung(rung.step, rung.fireAt, true))
                    .toList();
        }
        int missed = planning.kind() == Kind.STARTED
                ? Integer.MIN_VALUE
                : timed.stream()
                        .filter(rung -> !rung.fireAt.isAfter(planning.recordedAt()))
                        .mapToInt(rung -> rung.step.number())
                        .max()
                        .orElse(Integer.MIN_VALUE);
        List<PlannedRung> rungs = new ArrayList<>();
        for (Timed rung : timed) {
            int number = rung.step.number();
            if (number <= told.ofThisDueDay()) {
                rungs.add(new PlannedRung(rung.step, rung.fireAt, true));
            } else if (rung.fireAt.isAfter(planning.recordedAt())) {
                rungs.add(new PlannedRung(rung.step, rung.fireAt, false));
            } else if (number == missed && number > told.step()) {
                // Passed while the clock was not watched, such as during a refused close-out: told once, the highest
                // only.
                rungs.add(new PlannedRung(rung.step, nextOpening(planning.recordedAt(), calendar), false));
            } else {
                rungs.add(new PlannedRung(rung.step, rung.fireAt, true));
            }
        }
        return rungs;
    }

    /** The first 09:00 of a working day after a moment. */
    static Instant nextOpening(Instant moment, WorkingCalendar calendar) {
        Instant today = opening(calendar.workingDayOnOrAfter(Ledger.dayOf(moment)));
        return today.isAfter(moment) ? today : opening(calendar.nextWorkingDay(Ledger.dayOf(moment)));
    }

    private static Instant opening(LocalDate day) {
        return day.atTime(OPENING).atZone(BusinessClock.ZONE).toInstant();
    }

    private record Timed(LadderStep step, Instant fireAt) {}

    /** When each step comes; none for those that an open pause keeps from coming. */
    private List<Timed> times(LocalDate due, Ledger ledger, WorkingCalendar calendar) {
        List<Pause> pauses = ledger.pauses();
        List<Timed> times = new ArrayList<>();
        int held = 0;
        @Nullable LadderStep before = null;
        for (LadderStep step : steps) {
            Optional<LedgerEntry> acknowledged =
                    before == null ? Optional.empty() : ledger.acknowledgement(before.number());
            held += acknowledged.isPresent() ? holdDays : 0;
            Optional<Instant> at = time(step, due, held, pauses, calendar);
            if (acknowledged.isPresent() && at.isPresent() && ledger.progressed(acknowledged.get(), at.get())) {
                held += holdDays;
                at = time(step, due, held, pauses, calendar);
            }
            at.ifPresent(moment -> times.add(new Timed(step, moment)));
            before = step;
        }
        return times;
    }

    private static Optional<Instant> time(
            LadderStep step, LocalDate due, int held, List<Pause> pauses, WorkingCalendar calendar) {
        LocalDate from = due;
        int days = step.offset() + held;
        if (step.offset() < 0) {
            from = calendar.subtractWorkingDays(due, -step.offset());
            days = held;
        }
        if (days == 0) {
            return Optional.of(opening(from));
        }
        LocalDate day = DueDay.last(new WorkingDayBudget(from, days, StartDay.EXCLUDED), after(due, pauses), calendar);
        return Optional.ofNullable(day).map(Ladder::opening);
    }

    /** Pauses that began after the due day hold the ladder; earlier ones have moved the due day itself. */
    private static List<Pause> after(LocalDate due, List<Pause> pauses) {
        return pauses.stream().filter(pause -> pause.from().isAfter(due)).toList();
    }
}
