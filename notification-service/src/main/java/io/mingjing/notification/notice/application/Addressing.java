package io.mingjing.notification.notice.application;

import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.NotificationConfig;
import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.domain.Occasion;
import io.mingjing.notification.notice.persistence.Notices;
import io.mingjing.notification.notice.persistence.Occasions;
import io.mingjing.notification.recipient.application.Recipients;
import io.mingjing.notification.recipient.domain.Addressee;
import io.mingjing.notification.recipient.domain.Succession.Reached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Turns the offices of an occasion into the people who hold them now and gives each a notice. An occasion whose people
 * cannot all be found is kept and tried again: units and posts may not have been heard of yet, and no notice is lost.
 */
@ApplicationScoped
public class Addressing {

    private static final Logger LOG = Logger.getLogger(Addressing.class);

    private final Occasions occasions;
    private final Notices notices;
    private final Recipients recipients;
    private final Dispatch dispatch;
    private final BusinessClock clock;
    private final Ids ids;
    private final NotificationConfig config;

    Addressing(
            Occasions occasions,
            Notices notices,
            Recipients recipients,
            Dispatch dispatch,
            BusinessClock clock,
            Ids ids,
            NotificationConfig config) {
        this.occasions = occasions;
        this.notices = notices;
        this.recipients = recipients;
        this.dispatch = dispatch;
        this.clock = clock;
        this.ids = ids;
        this.config = config;
    }

    /**
     * Addresses the occasion that has waited longest.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean addressNext() {
        Optional<Occasion> next = occasions.lockNextWaiting();
        next.ifPresent(this::address);
        return next.isPresent();
    }

    /**
     * The recipient has left the post before the notice was sent. Who is meant under another post too keeps the notice,
     * now under that one; otherwise it ends. Either way whoever holds the left post now hears.
     *
     * @return whether the recipient is still meant
     */
    @Transactional
    public boolean handedOver(UUID noticeId) {
        Instant now = clock.now();
        Occasion occasion = occasions.lock(notices.occasionOf(noticeId).orElseThrow());
        Notice notice = notices.lock(noticeId).orElseThrow();
        if (notice.endedAt().isPresent()) {
            return false;
        }
        Optional<Addressee> stillMeant = recipients.of(occasion.offices(), now).people().stream()
                .filter(addressee -> addressee.holder().subject().equals(notice.recipient()))
                .findFirst();
        stillMeant.ifPresentOrElse(notice::addressTo, () -> {
            notice.end(EndCause.HANDED_OVER, now);
            dispatch.withdraw(notice, EndCause.HANDED_OVER, now);
        });
        occasion.addressAnew();
        return stillMeant.isPresent();
    }

    private void address(Occasion occasion) {
        Instant now = clock.now();
        Reached reached = recipients.of(occasion.offices(), now);
        for (Addressee addressee : reached.people()) {
            if (!notices.has(occasion.id(), addressee.holder().subject())) {
                Notice notice = Notice.of(ids.next(), occasion, addressee, now);
                notices.persist(notice);
                dispatch.queue(notice, now);
            }
        }
        if (reached.unreached().isEmpty()) {
            occasion.addressed();
        } else {
            LOG.debugf("Nobody can be told yet of %s: %s", occasion.origin(), reached.unreached());
            occasion.tryAgain(now.minus(clock.offset()), config.addressAgainAfter());
        }
    }
}
