package io.mingjing.notification.delivery.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.NotificationConfig;
import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.delivery.domain.LedgerEntry;
import io.mingjing.notification.delivery.domain.Message;
import io.mingjing.notification.delivery.domain.Outcome;
import io.mingjing.notification.delivery.domain.RetrySchedule;
import io.mingjing.notification.delivery.persistence.Deliveries;
import io.mingjing.notification.delivery.persistence.Ledger;
import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.persistence.Notices;
import io.mingjing.notification.recipient.application.Recipients;
import io.mingjing.notification.recipient.application.WorkingTime;
import io.mingjing.notification.recipient.domain.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The three transactions of an attempt: claim, a last look, and recording what came of it. Sending itself lies between
 * the last two and in none of them.
 */
@ApplicationScoped
public class Sending {

    /**
     * A claimed attempt.
     *
     * @param attempt its number; whoever records must still be at it
     */
    public record Claim(UUID deliveryId, UUID noticeId, int attempt) {}

    /** What the last look before sending found. */
    public sealed interface LastLook {

        /** Go ahead. */
        record Ready(Message message) implements LastLook {}

        /** A later fact superseded the notice. */
        record Superseded(EndCause cause) implements LastLook {}

        /** The recipient no longer holds the post. */
        record HandedOver() implements LastLook {}

        /** The recipient has no address on this channel. */
        record NoAddress() implements LastLook {}
    }

    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Notices notices;
    private final Recipients recipients;
    private final WorkingTime workingTime;
    private final SettledAnnouncer announcer;
    private final BusinessClock clock;
    private final NotificationConfig.Mail config;

    Sending(
            Deliveries deliveries,
            Ledger ledger,
            Notices notices,
            Recipients recipients,
            WorkingTime workingTime,
            SettledAnnouncer announcer,
            BusinessClock clock,
            NotificationConfig config) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.notices = notices;
        this.recipients = recipients;
        this.workingTime = workingTime;
        this.announcer = announcer;
        this.clock = clock;
        this.config = config.mail();
    }

    /** Claims mails that are due; none outside of working hours. */
    @Transactional
    public List<Claim> claim() {
        Instant now = clock.now();
        if (!workingTime.hoursAround(now).areOpen(now)) {
            return List.of();
        }
        Instant lease = realTime(now).plus(config.lease());
        List<Claim> claims = new ArrayList<>();
        for (Delivery delivery : deliveries.lockDueMails(config.batch())) {
            if (delivery.outcomeUnknown()) {
                ledger.persist(delivery.senderLost(now));
            }
            ledger.persist(delivery.claim(now, lease));
            claims.add(new Claim(delivery.id(), delivery.noticeId(), delivery.attempts()));
        }
        return claims;
    }

    /** Looks once more whether the notice still stands and its recipient still holds the post. */
    @Transactional
    public LastLook lastLook(Claim claim) {
        Notice notice = notices.findById(claim.noticeId());
        Optional<EndCause> ended = notice.endedCause();
        if (ended.isPresent()) {
            return new LastLook.Superseded(ended.get());
        }
        Optional<Holder> holder = recipients
                .holderOf(notice.postId(), clock.now())
                .filter(now -> now.subject().equals(notice.recipient()));
        if (holder.isEmpty()) {
            return new LastLook.HandedOver();
        }
        String address = holder.get().email();
        if (address == null || address.isBlank()) {
            return new LastLook.NoAddress();
        }
        return new LastLook.Ready(MailText.of(notice, address));
    }

    /** Records what came of an attempt; one that another sender has taken over meanwhile changes nothing any more. */
    @Transactional
    public void record(Claim claim, Outcome outcome) {
        Instant now = clock.now();
        Delivery delivery = deliveries.lock(claim.deliveryId());
        if (!delivery.isTrying(claim.attempt())) {
            ledger.persist(delivery.lateAnswer(now, "第" + claim.attempt() + "次发送的结果迟到：" + outcome));
            return;
        }
        ledger.persist(lineOf(delivery, outcome, now));
        if (delivery.settledAt().isPresent()) {
            announcer.settled(notices.findById(claim.noticeId()), delivery, now);
        }
    }

    private LedgerEntry lineOf(Delivery delivery, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Delivered() -> delivery.sent(now);
            case Outcome.Rejected(String reason) -> delivery.fail(now, reason);
            case Outcome.Withdrawn(String cause) -> delivery.supersede(now, cause);
            case Outcome.TryLater(String cause) -> {
                Optional<Duration> wait = new RetrySchedule(config.retryAfter())
                        .after(delivery.attempts(), ThreadLocalRandom.current().nextDouble());
                yield wait.isPresent()
                        ? delivery.tryLater(now, realTime(now).plus(wait.get()), cause)
                        : delivery.fail(now, cause);
            }
        };
    }

    private Instant realTime(Instant business) {
        return business.minus(clock.offset());
    }
}
