package io.mingjing.notification.delivery.api;

import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.notice.domain.Fact;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.domain.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice in the log.
 *
 * @param recipient OIDC subject
 * @param addressedAs as what the person hears
 * @param subject null for who may see that a notice went out but not what it says
 * @param endedCause why it asks for nothing any more; null while it does
 */
public record NoticeEntry(
        UUID id,
        String kind,
        @Nullable UUID taskId,
        @Nullable UUID rungId,
        @Nullable Integer step,
        String recipient,
        String recipientName,
        String unit,
        String addressedAs,
        @Nullable String subject,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant endedAt,
        @Nullable String endedCause,
        List<OnChannel> deliveries) {

    public NoticeEntry {
        deliveries = List.copyOf(deliveries);
    }

    /** Where it stands on one channel. */
    public record OnChannel(
            String channel,
            String state,
            int attempts,
            @Nullable Instant settledAt) {

        static OnChannel of(Delivery delivery) {
            return new OnChannel(
                    delivery.channel().name(),
                    delivery.state().name(),
                    delivery.attempts(),
                    delivery.settledAt().orElse(null));
        }
    }

    static NoticeEntry of(Notice notice, List<Delivery> deliveries, boolean withWords) {
        Occasion occasion = notice.occasion();
        return new NoticeEntry(
                notice.id(),
                occasion.kind().name(),
                occasion.taskId().orElse(null),
                occasion.step().map(Fact.Step::rungId).orElse(null),
                occasion.step().map(Fact.Step::number).orElse(null),
                notice.recipient(),
                notice.recipientName(),
                notice.unit(),
                notice.addressedAs(),
                withWords ? occasion.text().subject() : null,
                notice.createdAt(),
                notice.readAt().orElse(null),
                notice.acknowledgedAt().orElse(null),
                notice.endedAt().orElse(null),
                notice.endedCause().map(Enum::name).orElse(null),
                deliveries.stream().map(OnChannel::of).toList());
    }
}
