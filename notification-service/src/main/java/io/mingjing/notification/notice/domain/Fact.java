package io.mingjing.notification.notice.domain;

import io.mingjing.notification.recipient.domain.Office;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened and which offices are to hear of it.
 *
 * @param origin names the fact, such as {@code rung:<id>}; two facts of one origin are one
 * @param taskId null where the fact is about several tasks
 * @param at business time of the fact
 */
public record Fact(
        String origin,
        NoticeKind kind,
        @Nullable UUID taskId,
        @Nullable Step step,
        List<Office> offices,
        Instant at) {

    public Fact {
        offices = List.copyOf(offices);
    }

    /**
     * A step of a clock's ladder.
     *
     * @param generation generation of the clock; a later one supersedes
     * @param number 0 for due soon, then 1, 2, 3
     */
    @Embeddable
    public record Step(
            @Column(name = "clock_id") UUID clockId,
            @Column(name = "rung_id") UUID rungId,
            int generation,
            @Column(name = "step") int number) {}
}
