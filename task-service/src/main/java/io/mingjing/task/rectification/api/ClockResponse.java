package io.mingjing.task.rectification.api;

import io.mingjing.task.clock.domain.ClockView;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a task, computed now.
 *
 * @param dueDay last day of the limit
 * @param dueAt its 24:00 in Asia/Shanghai, exclusive
 * @param provisional whether it reaches into a year whose calendar is not published
 * @param workingDaysLeft today included; negative once late
 * @param colour {@code NONE}, {@code BLUE} 蓝, {@code YELLOW} 黄 or {@code RED} 红
 * @param step ladder step reached last; -1 before the first
 */
public record ClockResponse(
        String kind,
        @Nullable String period,
        String state,
        LocalDate startDay,
        @Nullable LocalDate dueDay,
        @Nullable Instant dueAt,
        boolean provisional,
        boolean overdue,
        int workingDaysLeft,
        String colour,
        int step) {

    static ClockResponse from(ClockView view) {
        return new ClockResponse(
                view.kind().name(),
                view.period(),
                view.state().name(),
                view.startDay(),
                view.dueDay(),
                view.dueAt(),
                view.provisional(),
                view.overdue(),
                view.workingDaysLeft(),
                view.colour().name(),
                view.step());
    }
}
