package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.ReceiptCodes;
import io.mingjing.evaluation.leaf.domain.ReceiptAnswer;
import io.mingjing.evaluation.leaf.domain.Scope;
import io.mingjing.evaluation.leaf.persistence.LeafOutcomes;
import io.mingjing.evaluation.leaf.persistence.Leaves;
import io.mingjing.evaluation.leaf.persistence.Leaves.Fate;
import io.mingjing.evaluation.leaf.persistence.MixedRatings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Answers receipts (回执码). */
@ApplicationScoped
public class ReceiptDesk {

    private final ReceiptCodes codes;
    private final MixedRatings mixed;
    private final PendingReceipts pending;
    private final Leaves leaves;
    private final LeafOutcomes outcomes;

    ReceiptDesk(ReceiptCodes codes, MixedRatings mixed, PendingReceipts pending, Leaves leaves, LeafOutcomes outcomes) {
        this.codes = codes;
        this.mixed = mixed;
        this.pending = pending;
        this.leaves = leaves;
        this.outcomes = outcomes;
    }

    /**
     * @param typed what the rater typed
     */
    public ReceiptAnswer answer(String typed) {
        Optional<String> code = codes.read(typed);
        if (code.isEmpty()) {
            return new ReceiptAnswer.Unknown();
        }
        byte[] hash = codes.hash(code.get());
        Optional<UUID> leaf = mixed.leafOf(hash);
        if (leaf.isPresent()) {
            return ofLeaf(leaf.get());
        }
        if (pending.holds(hash)) {
            return new ReceiptAnswer.Counted();
        }
        // The leaf may have closed between the two questions.
        return mixed.leafOf(hash).map(this::ofLeaf).orElseGet(ReceiptAnswer.Unknown::new);
    }

    private ReceiptAnswer ofLeaf(UUID leaf) {
        Fate fate = leaves.fateOf(leaf);
        if (fate.poor() == 0) {
            return new ReceiptAnswer.NothingToMend();
        }
        if (fate.scope() == Scope.CITY) {
            return new ReceiptAnswer.WithCityOffice();
        }
        return outcomes.of(leaf).<ReceiptAnswer>map(ReceiptAnswer.Task::new).orElseGet(ReceiptAnswer.TaskToCome::new);
    }
}
