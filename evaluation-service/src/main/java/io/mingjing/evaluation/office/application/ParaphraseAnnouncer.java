package io.mingjing.evaluation.office.application;

import io.mingjing.kernel.event.EvaluationEvent.LeafParaphrased;
import io.mingjing.kernel.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Announces what the city office passes on of a leaf's notes, with the slot as its time. */
@ApplicationScoped
class ParaphraseAnnouncer {

    private final Outbox outbox;

    ParaphraseAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    void paraphrased(UUID leaf, List<String> texts, Instant slot, long sequence) {
        outbox.append(new LeafParaphrased(leaf, texts, slot), sequence, slot);
    }
}
