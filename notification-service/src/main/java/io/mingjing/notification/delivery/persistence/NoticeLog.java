package io.mingjing.notification.delivery.persistence;

import io.mingjing.notification.delivery.domain.Delivery.State;
import io.mingjing.notification.notice.domain.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All notices that somebody may look at: the own ones, and those of the units that are overseen. */
@ApplicationScoped
public class NoticeLog {

    /**
     * Whose notices are looked at.
     *
     * @param recipient own ones of this person
     * @param units and everybody's under posts of these units
     */
    public record Sight(String recipient, Collection<String> units) {

        public Sight {
            units = List.copyOf(units);
        }
    }

    /** A place in the log, newest first. */
    public record Place(Instant createdAt, UUID id) {

        /** Before everything. */
        public static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }

    private static final String SEEN =
            "from Notice n join fetch n.occasion where (n.recipient = :recipient or n.unit in :units)";

    private final Session session;

    NoticeLog(Session session) {
        this.session = session;
    }

    /**
     * A page of the log, newest first.
     *
     * @param state only notices with a delivery in this state; null for all
     */
    public List<Notice> page(Sight sight, @Nullable State state, Place after, int limit) {
        String inState = state == null
                ? ""
                : " and exists (select 1 from Delivery d where d.noticeId = n.id and d.state = :state)";
        var query = session.createQuery(
                        SEEN + inState + " and (n.createdAt < :at or (n.createdAt = :at and n.id < :id))"
                                + " order by n.createdAt desc, n.id desc",
                        Notice.class)
                .setParameter("recipient", sight.recipient())
                .setParameterList("units", sight.units())
                .setParameter("at", after.createdAt())
                .setParameter("id", after.id())
                .setMaxResults(limit);
        return state == null
                ? query.getResultList()
                : query.setParameter("state", state).getResultList();
    }

    /** One notice; empty also where it may not be looked at. */
    public Optional<Notice> one(Sight sight, UUID id) {
        return session.createQuery(SEEN + " and n.id = :id", Notice.class)
                .setParameter("recipient", sight.recipient())
                .setParameterList("units", sight.units())
                .setParameter("id", id)
                .uniqueResultOptional();
    }
}
