package io.mingjing.notification.delivery.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.audit.AuditTrail.Act;
import io.mingjing.kernel.event.NoticeEvent.NoticeSettled;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.notice.domain.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Puts the end of a delivery on the trail and tells the other services. */
@ApplicationScoped
class SettledAnnouncer {

    private final AuditTrail trail;
    private final Outbox outbox;

    SettledAnnouncer(AuditTrail trail, Outbox outbox) {
        this.trail = trail;
        this.outbox = outbox;
    }

    void settled(Notice notice, Delivery delivery, Instant at) {
        String outcome = outcomeOf(delivery.state());
        long sequence = trail.append(new Act(
                "notice:" + notice.id(),
                "NOTICE_" + outcome,
                "system",
                "system",
                null,
                null,
                delivery.channel() + " " + delivery.state(),
                null,
                at));
        outbox.append(
                new NoticeSettled(
                        notice.id(),
                        notice.occasion().taskId().orElse(null),
                        notice.occasion().rungId().orElse(null),
                        delivery.channel().name(),
                        outcome,
                        at),
                sequence,
                at);
    }

    private static String outcomeOf(Delivery.State state) {
        return switch (state) {
            case SENT, DELIVERED -> "DELIVERED";
            case FAILED -> "FAILED";
            case SUPERSEDED -> "SUPERSEDED";
            case QUEUED, SENDING -> throw new IllegalStateException(state + " is no end");
        };
    }
}
