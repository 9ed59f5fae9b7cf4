package io.mingjing.notification.notice.application;

import io.mingjing.notification.recipient.domain.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Limits that were past when their plan was published.
 *
 * @param title title of the plan
 * @param tellTo offices that hear of all of them at once
 */
public record PastDue(UUID planId, String title, List<Office> tellTo, List<Limit> limits, Instant at) {

    public PastDue {
        tellTo = List.copyOf(tellTo);
        limits = List.copyOf(limits);
    }

    /**
     * One of them.
     *
     * @param words the plan's own words for the limit
     */
    public record Limit(String number, String title, String words, LocalDate dueDay) {}
}
