package io.mingjing.evaluation.office.persistence;

import io.mingjing.evaluation.office.domain.Paraphrase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the city office wrote for the rated side, published or not. */
@ApplicationScoped
public class ParaphraseRepository implements PanacheRepositoryBase<Paraphrase, UUID> {

    /** Those of a leaf, by id. */
    public List<Paraphrase> ofLeaf(UUID leaf) {
        return list("leafId = ?1 order by id", leaf);
    }

    /** Locks one until the transaction ends. */
    public Optional<Paraphrase> lock(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Locks those that were ready at a slot, by leaf. */
    public List<Paraphrase> lockReady(Instant slot) {
        return find("state = ?1 and readyAt <= ?2 order by leafId, id", Paraphrase.State.READY, slot)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** How many wait for a second look. */
    public long awaitingSecondLook() {
        return count("state", Paraphrase.State.SECOND_LOOK);
    }
}
