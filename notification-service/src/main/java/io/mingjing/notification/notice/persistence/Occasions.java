package io.mingjing.notification.notice.persistence;

import io.mingjing.notification.notice.domain.NoticeKind;
import io.mingjing.notification.notice.domain.Occasion;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Occasions; the unique origin makes one of every fact. */
@ApplicationScoped
public class Occasions implements PanacheRepositoryBase<Occasion, UUID> {

    private final Session session;

    Occasions(Session session) {
        this.session = session;
    }

    public boolean knows(String origin) {
        return count("origin", origin) > 0;
    }

    /** Locks the occasion that has waited longest and may be tried now, by the database's real time. */
    public Optional<Occasion> lockNextWaiting() {
        return session.createNativeQuery("""
                select * from occasion where state = 'WAITING' and next_try_at <= now()
                order by next_try_at, happened_at, id limit 1 for update skip locked""", Occasion.class).uniqueResultOptional();
    }

    /** Locks one occasion that is known to exist. */
    public Occasion lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks what is not ended of a task. */
    public List<Occasion> lockOpenOfTask(UUID taskId) {
        return find("taskId = ?1 and state <> ?2 order by id", taskId, Occasion.State.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Locks what is not ended of a task and a kind. */
    public List<Occasion> lockOpenOfTask(UUID taskId, NoticeKind kind) {
        return find("taskId = ?1 and kind = ?2 and state <> ?3 order by id", taskId, kind, Occasion.State.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Locks what is not ended of a clock. */
    public List<Occasion> lockOpenOfClock(UUID clockId) {
        return find("step.clockId = ?1 and state <> ?2 order by id", clockId, Occasion.State.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** How many have people still to be found, after at least one try. */
    public long unaddressed() {
        return count("state = ?1 and tries > 0", Occasion.State.WAITING);
    }
}
