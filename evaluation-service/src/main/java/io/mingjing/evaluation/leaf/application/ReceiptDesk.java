package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.application.ReceiptCodes;
import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.domain.Outcome;
import io.mingjing.evaluation.leaf.domain.ReceiptAnswer;
import io.mingjing.evaluation.leaf.domain.ReceiptStory;
import io.mingjing.evaluation.leaf.persistence.LeafBriefs;
import io.mingjing.evaluation.leaf.persistence.LeafBriefs.Brief;
import io.mingjing.evaluation.leaf.persistence.LeafOutcomes;
import io.mingjing.evaluation.leaf.persistence.MixedRatings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers receipts (回执码). */
@ApplicationScoped
public class ReceiptDesk {

    private final ReceiptCodes codes;
    private final MixedRatings mixed;
    private final PendingReceipts pending;
    private final LeafBriefs leaves;
    private final LeafOutcomes outcomes;
    private final OutcomeDays days;
    private final OfficeStory office;

    ReceiptDesk(
            ReceiptCodes codes,
            MixedRatings mixed,
            PendingReceipts pending,
            LeafBriefs leaves,
            LeafOutcomes outcomes,
            OutcomeDays days,
            OfficeStory office) {
        this.codes = codes;
        this.mixed = mixed;
        this.pending = pending;
        this.leaves = leaves;
        this.outcomes = outcomes;
        this.days = days;
        this.office = office;
    }

    /**
     * @param typed what the rater typed
     */
    public ReceiptStory answer(String typed) {
        Optional<String> code = codes.read(typed);
        if (code.isEmpty()) {
            return plain(new ReceiptAnswer.Unknown());
        }
        byte[] hash = codes.hash(code.get());
        Optional<UUID> leaf = mixed.leafOf(hash);
        if (leaf.isPresent()) {
            return ofLeaf(leaf.get());
        }
        if (pending.holds(hash)) {
            return plain(new ReceiptAnswer.Counted());
        }
        // The leaf may have closed between the two questions.
        return mixed.leafOf(hash).map(this::ofLeaf).orElseGet(() -> plain(new ReceiptAnswer.Unknown()));
    }

    private ReceiptStory ofLeaf(UUID id) {
        Brief leaf = leaves.find(id).orElseThrow();
        return new ReceiptStory(
                came(leaf), office.paraphrasesOf(id), days.openUntil(leaf).orElse(null));
    }

    private ReceiptAnswer came(Brief leaf) {
        if (leaf.poor() == 0) {
            return new ReceiptAnswer.NothingToMend();
        }
        Optional<Outcome> outcome = outcomes.of(leaf.id());
        if (outcome.isPresent()) {
            return new ReceiptAnswer.Task(outcome.get());
        }
        return Leaf.ordersOfCity(leaf.scope(), leaf.stream())
                ? new ReceiptAnswer.WithCityOffice(office.orderOf(leaf.id()).orElse(null))
                : new ReceiptAnswer.TaskToCome();
    }

    private static ReceiptStory plain(ReceiptAnswer answer) {
        return new ReceiptStory(answer, List.of(), null);
    }
}
