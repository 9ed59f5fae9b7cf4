package io.mingjing.task.clock.domain;

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
        @Nullable Instant heldUntil) {}
