package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.kernel.event.EvaluationEvent.LeafClosed;
import io.mingjing.kernel.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Announces closed leaves: the only thing that ever leaves this service, with the slot as its time. */
@ApplicationScoped
class LeafAnnouncer {

    private final Outbox outbox;

    LeafAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    void closed(Leaf leaf, long sequence) {
        outbox.append(
                new LeafClosed(
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
                        leaf.sums().matterUnits()),
                sequence,
                leaf.slot());
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
