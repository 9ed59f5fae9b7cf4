package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock as it stands at a business moment.
 *
 * @param period the quarter a {@link ClockKind#PROOF} is for, such as {@code 2026-Q4}; null otherwise
 * @param dueDay last day of the limit; null while a pause keeps it open
 * @param dueAt its 24:00 in Asia/Shanghai, exclusive; null while a pause keeps it open
 * @param provisional whether it reaches into a year whose calendar is not published, so that it may move
 * @param overdue whether the due instant has passed (ended clocks: whether it had when they ended)
 * @param workingDaysLeft working days up to the due day, today included; negative once late, 0 without a due day
 * @param step the highest ladder step reached so far; -1 before the first
 * @param heldUntil the next step comes no earlier, because a step was acknowledged; null otherwise
 */
public record ClockView(
        UUID clockId,
        UUID taskId,
        ClockKind kind,
        @Nullable String period,
        ClockState state,
        LocalDate startDay,
        @Nullable LocalDate dueDay,
        @Nullable Instant dueAt,
        boolean provisional,
        boolean overdue,
        int workingDaysLeft,
        Colour colour,
        int generation,
        int step,
        @Nullable Instant heldUntil) {

    /**
     * What is stored of a clock that a view shows.
     *
     * @param endedAt null while it has not ended
     */
    public record Stored(
            UUID clockId,
            UUID taskId,
            ClockKind kind,
            @Nullable String period,
            ClockState state,
            LocalDate startDay,
            @Nullable LocalDate dueDay,
            @Nullable Instant dueAt,
            boolean provisional,
            @Nullable Instant endedAt,
            int generation,
            int step,
            @Nullable Instant heldUntil) {}

    /** How a clock looks at a moment; once ended it stays as it ended. */
    public static ClockView at(Instant now, Stored clock, WorkingCalendar calendar) {
        Instant judged = clock.endedAt() == null ? now : clock.endedAt();
        boolean overdue = clock.dueAt() != null && !judged.isBefore(clock.dueAt());
        int left = clock.dueDay() == null ? 0 : daysLeft(clock.dueDay(), Ledger.dayOf(judged), calendar);
        boolean presses = !clock.state().ended() && clock.dueDay() != null;
        return new ClockView(
                clock.clockId(),
                clock.taskId(),
                clock.kind(),
                clock.period(),
                clock.state(),
                clock.startDay(),
                clock.dueDay(),
                clock.dueAt(),
                clock.provisional(),
                overdue,
                left,
                presses ? colour(overdue, left) : Colour.NONE,
                clock.generation(),
                clock.step(),
                clock.heldUntil());
    }

    private static int daysLeft(LocalDate due, LocalDate today, WorkingCalendar calendar) {
        return due.isBefore(today)
                ? -calendar.workingDaysBetween(due, today)
                : calendar.workingDaysBetween(today.minusDays(1), due);
    }

    private static Colour colour(boolean overdue, int left) {
        if (overdue) {
            return Colour.RED;
        }
        return left <= 1 ? Colour.YELLOW : left <= 3 ? Colour.BLUE : Colour.NONE;
    }
}
