package io.mingjing.notification.notice.application;

import io.mingjing.notification.recipient.domain.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rung of a task's ladder that was reached.
 *
 * @param step 0 for due soon, 1 for overdue, then the leaders
 * @param dueDay last day of the limit
 * @param workingDaysLate working days after the due day
 * @param why why these offices hear now, zh-CN
 */
public record Rung(
        UUID rungId,
        UUID taskId,
        UUID clockId,
        int generation,
        String number,
        String title,
        int step,
        List<Office> offices,
        LocalDate dueDay,
        long workingDaysLate,
        String why,
        Instant at) {

    public Rung {
        offices = List.copyOf(offices);
    }
}
