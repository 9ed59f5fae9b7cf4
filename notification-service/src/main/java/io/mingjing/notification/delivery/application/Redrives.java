package io.mingjing.notification.delivery.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.audit.AuditTrail.Act;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.delivery.domain.Delivery;
import io.mingjing.notification.delivery.persistence.Deliveries;
import io.mingjing.notification.delivery.persistence.Ledger;
import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.persistence.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Brings dead letters back into the queue. */
@ApplicationScoped
public class Redrives {

    /** How many one call takes at most. */
    public static final int MOST = 1_000;

    /**
     * How a redrive went.
     *
     * @param queued how many are tried again, with all their attempts
     * @param superseded how many nobody needs to hear any more
     * @param more whether the span holds more than one call takes
     */
    public record Outcome(int queued, int superseded, boolean more) {}

    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Notices notices;
    private final SettledAnnouncer announcer;
    private final AuditTrail trail;
    private final BusinessClock clock;

    Redrives(
            Deliveries deliveries,
            Ledger ledger,
            Notices notices,
            SettledAnnouncer announcer,
            AuditTrail trail,
            BusinessClock clock) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.notices = notices;
        this.announcer = announcer;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Redrives what failed in a span of business time.
     *
     * @param from inclusive
     * @param to exclusive
     * @param units whose notices
     * @param post the post under which this is done
     */
    @Transactional
    public Outcome redrive(Instant from, Instant to, Collection<String> units, Actor actor, Post post) {
        Instant now = clock.now();
        List<Delivery> failed = deliveries.lockFailed(from, to, units, MOST + 1);
        int queued = 0;
        int superseded = 0;
        for (Delivery delivery : failed.subList(0, Math.min(MOST, failed.size()))) {
            Notice notice = notices.findById(delivery.noticeId());
            Optional<EndCause> ended = notice.endedCause();
            if (ended.isPresent()) {
                ledger.persist(delivery.supersede(now, ended.get().zh()));
                announcer.settled(notice, delivery, now);
                superseded++;
            } else {
                ledger.persist(delivery.redrive(now, now.minus(clock.offset()), actor.name()));
                trail.append(new Act(
                        "notice:" + notice.id(),
                        "NOTICE_REDRIVEN",
                        actor.subject(),
                        actor.name(),
                        post.toString(),
                        "FAILED",
                        "QUEUED",
                        null,
                        now));
                queued++;
            }
        }
        return new Outcome(queued, superseded, failed.size() > MOST);
    }
}
