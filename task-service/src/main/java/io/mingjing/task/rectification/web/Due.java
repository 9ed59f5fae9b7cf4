package io.mingjing.task.rectification.web;

import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.Colour;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How near a task's due day is, as a badge says it: a colour (蓝、黄、红) and always words beside it.
 *
 * @param colour class of the badge
 * @param day last day of the limit; null where none runs
 */
public record Due(
        String colour, String zh, String en, @Nullable LocalDate day) {

    /** What a list or a page shows of a task's pressing clock. */
    static Due of(@Nullable ClockView view) {
        if (view == null) {
            return new Due("", "未写明时限", "no limit stated", null);
        }
        return switch (view.state()) {
            case SATISFIED ->
                view.overdue()
                        ? new Due("", "逾期完成", "done late", view.dueDay())
                        : new Due("green", "按时完成", "done in time", view.dueDay());
            case CANCELLED -> new Due("", "不再计时", "no longer timed", view.dueDay());
            case PAUSED -> new Due("", "时限中止", "clock stopped", view.dueDay());
            case RUNNING -> running(view);
        };
    }

    private static Due running(ClockView view) {
        int days = view.workingDaysLeft();
        String colour = colour(view.colour());
        if (view.overdue()) {
            return new Due(colour, "逾期 " + -days + " 个工作日", -days + " working days late", view.dueDay());
        }
        if (view.colour() == Colour.YELLOW) {
            return new Due(colour, "今日到期", "due today", view.dueDay());
        }
        return new Due(colour, "还有 " + days + " 个工作日", days + " working days left", view.dueDay());
    }

    private static String colour(Colour colour) {
        return switch (colour) {
            case NONE -> "";
            case BLUE -> "blue";
            case YELLOW -> "yellow";
            case RED -> "red";
        };
    }

    /** Whether the clock has ended. */
    static boolean ended(ClockView view) {
        return view.state() == ClockState.SATISFIED || view.state() == ClockState.CANCELLED;
    }
}
