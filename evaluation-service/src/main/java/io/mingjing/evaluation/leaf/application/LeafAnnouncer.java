package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.persistence.Leaves;
import io.mingjing.kernel.event.EvaluationEvent.LeafClosed;
import io.mingjing.kernel.event.EvaluationEvent.LeafPassedOn;
import io.mingjing.kernel.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Announces closed leaves, with the slot as their time, and what the city office decided about them. */
@ApplicationScoped
public class LeafAnnouncer {

    private final Outbox outbox;
    private final Leaves leaves;

    LeafAnnouncer(Outbox outbox, Leaves leaves) {
        this.outbox = outbox;
        this.leaves = leaves;
    }

    void closed(Leaf leaf, long sequence) {
        outbox.append(event(leaf), sequence, leaf.slot());
    }

    /**
     * The city office passed a leaf on to its unit (转办).
     *
     * @param paraphrases what is published of its notes
     */
    public void passedOn(UUID leaf, List<String> paraphrases, long sequence, Instant at) {
        outbox.append(new LeafPassedOn(event(leaves.find(leaf).orElseThrow()), at, paraphrases), sequence, at);
    }

    private static LeafClosed event(Leaf leaf) {
        return new LeafClosed(
                leaf.id(),
                leaf.number(),
                leaf.key().stream(),
                leaf.key().scope().name(),
                leaf.key().place(),
                leaf.placeName(),
                leaf.key().ownerUnit(),
                leaf.weeks().first(),
                leaf.weeks().last(),
                leaf.served(),
                leaf.raters(),
                levels(leaf),
                leaf.sums().poor(),
                leaf.sums().reasons(),
                leaf.sums().matters(),
                leaf.caseNumbers(),
                leaf.slot(),
                leaf.sums().total(),
                leaf.sums().valid(),
                leaf.sums().matterUnits());
    }

    private static Map<String, Long> levels(Leaf leaf) {
        Map<String, Long> levels = new TreeMap<>();
        for (int level = 1; level <= leaf.sums().levels().size(); level++) {
            long ratings = leaf.sums().levels().get(level - 1);
            if (ratings > 0) {
                levels.put(Integer.toString(level), ratings);
            }
        }
        return levels;
    }
}
