package io.mingjing.notification.delivery.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.audit.AuditTrail.Act;
import io.mingjing.kernel.event.NoticeEvent.NoticeSettled;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.notice.domain.Fact;
import io.mingjing.notification.notice.domain.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Puts the end of a delivery on the trail, tells the other services, and counts it ({@code mingjing_notices_settled} by
 * channel and outcome).
 */
@ApplicationScoped
class SettledAnnouncer {

    private final AuditTrail trail;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    SettledAnnouncer(AuditTrail trail, Outbox outbox, MeterRegistry metrics) {
        this.trail = trail;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    void settled(Notice notice, Delivery delivery, Instant at) {
        String outcome = outcomeOf(delivery.state());
        metrics.counter(
                        "mingjing_notices_settled",
                        "channel",
                        delivery.channel().name(),
                        "outcome",
                        outcome)
                .increment();
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
                        notice.occasion().step().map(Fact.Step::rungId).orElse(null),
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
