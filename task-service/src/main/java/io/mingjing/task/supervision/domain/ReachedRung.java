package io.mingjing.task.supervision.domain;

import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.Office;
import io.mingjing.task.clock.domain.RungName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rung that was reached and claimed, with all a notice needs.
 *
 * @param period quarter of a proof's clock; null otherwise
 * @param workingDaysLate working days after the due day; 0 before it
 */
public record ReachedRung(
        UUID rungId,
        UUID taskId,
        UUID clockId,
        int generation,
        String number,
        String title,
        ClockKind kind,
        @Nullable String period,
        RungName rung,
        int step,
        List<Office> offices,
        LocalDate dueDay,
        int workingDaysLate,
        int workingDaysLeft,
        Instant at) {

    public ReachedRung {
        offices = List.copyOf(offices);
    }

    /** Why these offices hear now, in zh-CN: it names the limit and the count, not a general appeal. */
    public String why() {
        String what = period == null ? kind.zh() : period + kind.zh();
        String limit = what + "截止" + dueDay;
        return switch (rung) {
            case DUE_SOON -> limit + "，还剩" + workingDaysLeft + "个工作日，请抓紧办理";
            case OVERDUE -> limit + "，已逾期" + workingDaysLate + "个工作日，请立即办理";
            case LEADER_IN_CHARGE -> limit + "，已逾期" + workingDaysLate + "个工作日仍未办结，提请分管领导督办";
            case PRINCIPAL_LEADER -> limit + "，已逾期" + workingDaysLate + "个工作日仍未办结，提请主要领导督办";
        };
    }
}
