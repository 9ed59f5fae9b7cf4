package io.mingjing.evaluation.office.persistence;

import io.mingjing.evaluation.office.domain.Correction;
import io.mingjing.evaluation.office.domain.Correction.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Later decisions on validity. */
@ApplicationScoped
public class CorrectionRepository implements PanacheRepositoryBase<Correction, UUID> {

    /**
     * By id, which is an order of chance.
     *
     * @param state null for all
     * @param after id of the last one seen; null for the first page
     */
    public List<Correction> page(@Nullable State state, @Nullable UUID after, int limit) {
        UUID mark = after == null ? new UUID(0, 0) : after;
        return (state == null
                        ? find("id > ?1 order by id", mark)
                        : find("id > ?1 and state = ?2 order by id", mark, state))
                .page(0, limit)
                .list();
    }

    /** Locks one until the transaction ends. */
    public Optional<Correction> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Lets nobody else propose anything for a leaf until the transaction ends. */
    public void lockLeaf(UUID leaf) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:leaf, 63))")
                .setParameter("leaf", "correction " + leaf)
                .getSingleResult();
    }

    /** Those of a leaf that were not refused. */
    public List<Correction> standing(UUID leaf) {
        return list("leafId = ?1 and state <> ?2", leaf, State.REFUSED);
    }

    /** Locks all that wait for their month, by id. */
    public List<Correction> lockConfirmed() {
        return find("state = ?1 order by id", State.CONFIRMED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public long inState(State state) {
        return count("state", state);
    }
}
