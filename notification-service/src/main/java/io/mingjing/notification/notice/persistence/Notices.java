package io.mingjing.notification.notice.persistence;

import io.mingjing.notification.notice.domain.Notice;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices; a person has at most one of each occasion. */
@ApplicationScoped
public class Notices implements PanacheRepositoryBase<Notice, UUID> {

    /**
     * A place in an inbox: unread first, then newest first.
     *
     * @param read 0 for unread, 1 for read
     */
    public record Place(int read, Instant createdAt, UUID id) {}

    /** Index notice_inbox_order is on this very expression. */
    private static final String IS_READ = "case when n.readAt is null then 0 else 1 end";

    private static final String INBOX_ORDER = " order by " + IS_READ + ", n.createdAt desc, n.id desc";

    /** Whether a person already has a notice of an occasion. */
    public boolean has(UUID occasionId, String recipient) {
        return count("occasion.id = ?1 and recipient = ?2", occasionId, recipient) > 0;
    }

    /** Locks the notices of an occasion. */
    public List<Notice> lockOf(UUID occasionId) {
        return find("occasion.id = ?1 order by id", occasionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Locks one notice. */
    public Optional<Notice> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks a person's own notice; empty also where it is another's. */
    public Optional<Notice> lockOwn(UUID id, String recipient) {
        return find("id = ?1 and recipient = ?2", id, recipient)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The occasion of a notice. */
    public Optional<UUID> occasionOf(UUID id) {
        return find("select occasion.id from Notice where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /**
     * A person's inbox, unread first, newest first.
     *
     * @param after the place of the last one seen; null for the beginning
     */
    public List<Notice> inbox(String recipient, @Nullable Place after, int limit) {
        String from = "from Notice n join fetch n.occasion where n.recipient = ?1";
        if (after == null) {
            return find(from + INBOX_ORDER, recipient).page(0, limit).list();
        }
        return find(
                        from + " and " + IS_READ + " >= ?2 and (" + IS_READ + " > ?2"
                                + " or n.createdAt < ?3 or (n.createdAt = ?3 and n.id < ?4))"
                                + INBOX_ORDER,
                        recipient,
                        after.read(),
                        after.createdAt(),
                        after.id())
                .page(0, limit)
                .list();
    }

    /** How many a person has not opened and that still ask for something. */
    public long unread(String recipient) {
        return count("recipient = ?1 and readAt is null and endedAt is null", recipient);
    }
}
