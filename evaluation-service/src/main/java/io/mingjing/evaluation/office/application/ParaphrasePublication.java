package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.application.SlotClosed;
import io.mingjing.evaluation.leaf.domain.Slot;
import io.mingjing.evaluation.office.domain.Paraphrase;
import io.mingjing.evaluation.office.persistence.LeafLock;
import io.mingjing.evaluation.office.persistence.ParaphraseRepository;
import io.mingjing.evaluation.office.persistence.PublishedParaphrases;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Publishes with a slot what was ready before it: once, together with its event, in the order of the leaves' ids. The rated
 * side learns nothing between slots, not even that somebody wrote something.
 */
@ApplicationScoped
public class ParaphrasePublication {

    private final ParaphraseRepository paraphrases;
    private final PublishedParaphrases published;
    private final LeafLock leafLock;
    private final ParaphraseAnnouncer announcer;
    private final OfficeTrail trail;
    private final Ids ids;

    ParaphrasePublication(
            ParaphraseRepository paraphrases,
            PublishedParaphrases published,
            LeafLock leafLock,
            ParaphraseAnnouncer announcer,
            OfficeTrail trail,
            Ids ids) {
        this.paraphrases = paraphrases;
        this.published = published;
        this.leafLock = leafLock;
        this.announcer = announcer;
        this.trail = trail;
        this.ids = ids;
    }

    void after(@Observes SlotClosed slot) {
        publish(slot.day());
    }

    @Transactional
    public void publish(LocalDate slotDay) {
        Instant slot = new Slot(slotDay, false, false).at();
        Map<String, List<Paraphrase>> leaves = paraphrases.lockReady(slot).stream()
                .collect(Collectors.groupingBy(one -> one.leafId().toString(), TreeMap::new, Collectors.toList()));
        leaves.forEach((leaf, ready) -> publish(UUID.fromString(leaf), ready, slotDay, slot));
    }

    private void publish(UUID leaf, List<Paraphrase> ready, LocalDate slotDay, Instant slot) {
        leafLock.take(leaf);
        for (Paraphrase paraphrase : ready) {
            paraphrase.publish(slotDay);
            published.add(ids.next(), leaf, paraphrase.text(), slotDay);
        }
        long sequence = trail.bySlot("leaf:" + leaf, "LEAF_PARAPHRASED", Integer.toString(ready.size()), slot);
        announcer.paraphrased(leaf, ready.stream().map(Paraphrase::text).toList(), slot, sequence);
    }
}
