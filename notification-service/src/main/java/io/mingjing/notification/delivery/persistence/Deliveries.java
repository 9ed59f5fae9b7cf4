package io.mingjing.notification.delivery.persistence;

import io.mingjing.notification.delivery.domain.ChannelName;
import io.mingjing.notification.delivery.domain.Delivery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Deliveries, and the claim of those that are due. */
@ApplicationScoped
public class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    private final Session session;

    Deliveries(Session session) {
        this.session = session;
    }

    /**
     * Locks e-mails that are due, and those whose sender's lease has run out, by the database's real time. Two senders
     * never get the same one.
     */
    public List<Delivery> lockDueMails(int limit) {
        return session.createNativeQuery("""
                select * from delivery
                where channel = 'EMAIL'
                  and ((state = 'QUEUED' and next_try_at <= now()) or (state = 'SENDING' and lease_until < now()))
                order by next_try_at, id limit :limit for update skip locked""", Delivery.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Locks one that is known to exist. */
    public Delivery lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks a notice's deliveries. */
    public List<Delivery> lockOf(UUID noticeId) {
        return find("noticeId = ?1 order by channel", noticeId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** A notice's delivery on a channel. */
    public Optional<Delivery> lockOf(UUID noticeId, ChannelName channel) {
        return find("noticeId = ?1 and channel = ?2", noticeId, channel)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The deliveries of some notices. */
    public List<Delivery> of(Collection<UUID> noticeIds) {
        return list("noticeId in ?1 order by channel", noticeIds);
    }

    /**
     * Locks dead letters that failed in a span of business time, oldest first.
     *
     * @param from inclusive
     * @param to exclusive
     * @param units whose notices
     */
    public List<Delivery> lockFailed(Instant from, Instant to, Collection<String> units, int limit) {
        if (units.isEmpty()) {
            return List.of();
        }
        return session.createNativeQuery("""
                select * from delivery where state = 'FAILED' and settled_at >= :from and settled_at < :to
                  and notice_id in (select id from notice where unit in (:units))
                order by settled_at, id limit :limit for update skip locked""", Delivery.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameterList("units", units)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** How many are in a state. */
    public long countIn(Delivery.State state) {
        return count("state", state);
    }

    /** Seconds that the first of those waiting has been due for, real time, quiet hours included; 0 when none is. */
    public long longestDueSeconds() {
        return session.createNativeQuery("""
                select coalesce(cast(extract(epoch from now() - min(next_try_at)) as bigint), 0)
                from delivery where state = 'QUEUED' and next_try_at <= now()""", Long.class).getSingleResult();
    }
}
