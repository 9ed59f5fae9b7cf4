package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.task.clock.domain.ClockRule.UntilDay;
import io.mingjing.task.clock.domain.ClockRule.WorkingDayBudget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a clock's limit, derived from its rule, its ledger and the calendar; never typed, never stored without
 * them. A pause moves only a due day that it reaches: what is overdue stays so.
 *
 * @param day null while a pause that began before the end keeps it open
 * @param provisional whether a year up to the due day is not published yet
 */
public record DueDay(@Nullable LocalDate day, boolean provisional) {

    public static DueDay of(ClockRule stated, Ledger ledger, WorkingCalendar calendar) {
        ClockRule rule = effective(stated, ledger);
        List<Pause> pauses = ledger.pauses();
        LocalDate day = last(rule, pauses, calendar);
        LocalDate from = leansFrom(rule, pauses);
        return new DueDay(day, day != null && from != null && calendar.provisional(from, day));
    }

    /** 24:00 of the day in Asia/Shanghai, exclusive; null while it is open. */
    public @Nullable Instant at() {
        return day == null ? null : WorkingCalendar.endOfDay(day);
    }

    /** The rule that holds now: an extension names a day. */
    static ClockRule effective(ClockRule rule, Ledger ledger) {
        return ledger.extendedTo().<ClockRule>map(UntilDay::new).orElse(rule);
    }

    /** The last day under a rule; null while a pause keeps it open. */
    static @Nullable LocalDate last(ClockRule rule, List<Pause> pauses, WorkingCalendar calendar) {
        return switch (rule) {
            case UntilDay until -> moved(until.lastDay(), pauses, calendar);
            case WorkingDayBudget budget -> spent(budget, pauses, calendar);
        };
    }

    /** A named day moves by the working days that were paused, and never to before the clock ran again. */
    private static @Nullable LocalDate moved(LocalDate named, List<Pause> pauses, WorkingCalendar calendar) {
        LocalDate due = named;
        for (Pause pause : pauses) {
            if (due.isBefore(pause.from())) {
                return due;
            }
            LocalDate until = pause.until();
            if (until == null) {
                return null;
            }
            int paused = calendar.workingDaysBetween(pause.from().minusDays(1), until.minusDays(1));
            if (paused > 0) {
                due = calendar.addWorkingDays(due, paused, StartDay.EXCLUDED);
            }
            if (until.isAfter(pause.from()) && due.isBefore(until)) {
                due = until;
            }
        }
        return due;
    }

    private static @Nullable LocalDate spent(WorkingDayBudget budget, List<Pause> pauses, WorkingCalendar calendar) {
        LocalDate notCounted = budget.notCounted();
        int left = budget.days();
        for (Pause pause : pauses) {
            LocalDate lastBefore = pause.from().minusDays(1);
            if (lastBefore.isAfter(notCounted)) {
                int counted = calendar.workingDaysBetween(notCounted, lastBefore);
                if (counted >= left) {
                    return calendar.addWorkingDays(notCounted, left, StartDay.EXCLUDED);
                }
                left -= counted;
            }
            LocalDate until = pause.until();
            if (until == null) {
                return null;
            }
            notCounted = later(notCounted, until.minusDays(1));
        }
        return calendar.addWorkingDays(notCounted, left, StartDay.EXCLUDED);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first day whose year matters; a named day that no pause moved does not lean on the calendar at all. */
    private static @Nullable LocalDate leansFrom(ClockRule rule, List<Pause> pauses) {
        return switch (rule) {
            case WorkingDayBudget budget -> budget.from();
            case UntilDay until -> pauses.isEmpty() ? null : pauses.getFirst().from();
        };
    }
}
