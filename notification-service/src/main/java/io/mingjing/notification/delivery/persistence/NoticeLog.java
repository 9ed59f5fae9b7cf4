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

    /** Own notices and those of each unit apart, so that each part is read off an index no further than the page. */
    private static final String PAGE = """
            select seen.id from (
                (select n.id, n.created_at from notice n where n.recipient = :recipient %1$s)
                union all
                (select theirs.id, theirs.created_at
                from unnest(cast(:units as text[])) as overseen(unit)
                cross join lateral (
                    select n.id, n.created_at from notice n
                    where n.unit = overseen.unit and n.recipient <> :recipient %1$s) theirs)
            ) seen order by seen.created_at desc, seen.id desc limit :limit""";

    private static final String PART =
            " and (n.created_at, n.id) < (:at, :id) %s order by n.created_at desc, n.id desc limit :limit";
    private static final String ANY_STATE = PAGE.formatted(PART.formatted(""));
    private static final String IN_STATE = PAGE.formatted(
            PART.formatted("and exists (select 1 from delivery d where d.notice_id = n.id and d.state = :state)"));

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
        var query = session.createNativeQuery(state == null ? ANY_STATE : IN_STATE, UUID.class)
                .setParameter("recipient", sight.recipient())
                .setParameter("units", sight.units().toArray(String[]::new), String[].class)
                .setParameter("at", after.createdAt())
                .setParameter("id", after.id())
                .setParameter("limit", limit);
        if (state != null) {
            query.setParameter("state", state.name());
        }
        return session.createQuery(
                        "from Notice n join fetch n.occasion where n.id in :ids order by n.createdAt desc, n.id desc",
                        Notice.class)
                .setParameterList("ids", query.getResultList())
                .getResultList();
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
