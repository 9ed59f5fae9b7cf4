package io.mingjing.task.rectification.web;

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
            return named(view, colour, "逾期 " + -days + " 个工作日", -days + " working days late");
        }
        if (view.colour() == Colour.YELLOW) {
            return named(view, colour, "今日到期", "due today");
        }
        return named(view, colour, "还有 " + days + " 个工作日", days + " working days left");
    }

    /** Says what is due where that is not the limit itself. */
    private static Due named(ClockView view, String colour, String zh, String en) {
        return switch (view.kind()) {
            case LIMIT -> new Due(colour, zh, en, view.dueDay());
            case FIRST_ACTION -> new Due(colour, "首次行动" + zh, "first action " + en, view.dueDay());
            case PROOF -> new Due(colour, "季度佐证" + zh, "quarterly proof " + en, view.dueDay());
        };
    }

    private static String colour(Colour colour) {
        return switch (colour) {
            case NONE -> "";
            case BLUE -> "blue";
            case YELLOW -> "yellow";
            case RED -> "red";
        };
    }
}
