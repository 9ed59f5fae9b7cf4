package io.mingjing.kernel.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of notices (通知). */
public sealed interface NoticeEvent extends DomainEvent {

    /**
     * A notice reached its end on one channel.
     *
     * @param outcome {@code DELIVERED}, {@code FAILED} or {@code SUPERSEDED}
     */
    record NoticeSettled(
            UUID noticeId, @Nullable UUID taskId, @Nullable UUID rungId, String channel, String outcome, Instant at)
            implements NoticeEvent {

        @Override
        public String aggregateId() {
            return noticeId.toString();
        }
    }
}
