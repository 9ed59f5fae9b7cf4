package io.mingjing.evaluation.leaf.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.leaf.application.PoolAssembly.Place;
import io.mingjing.evaluation.leaf.domain.Draw;
import io.mingjing.evaluation.leaf.domain.OwnerTree;
import io.mingjing.evaluation.leaf.domain.Pool;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Rest;
import io.mingjing.evaluation.leaf.domain.Slot;
import io.mingjing.evaluation.leaf.persistence.EpochOver;
import io.mingjing.evaluation.leaf.persistence.Leaves;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.VisitCounts;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Runs a slot: window by window, then what is left over up the owner's tree. Whatever a run did before it was killed stays;
 * the next run of the same slot goes on with the rest. One leaf that cannot be stored does not keep the others from
 * closing, but the slot stays unfinished and is tried again.
 */
@ApplicationScoped
class Mixer {

    private static final Logger LOG = Logger.getLogger(Mixer.class);

    private final EvaluationConfig config;
    private final ServiceKeys keys;
    private final PendingBoxes boxes;
    private final VisitCounts visits;
    private final PoolAssembly assembly;
    private final LeafClosing closing;
    private final Leaves leaves;
    private final OwnerTrees trees;
    private final Ids ids;
    private final Counter quarantined;

    Mixer(
            EvaluationConfig config,
            ServiceKeys keys,
            PendingBoxes boxes,
            VisitCounts visits,
            PoolAssembly assembly,
            LeafClosing closing,
            Leaves leaves,
            OwnerTrees trees,
            Ids ids,
            MeterRegistry metrics) {
        this.config = config;
        this.keys = keys;
        this.boxes = boxes;
        this.visits = visits;
        this.assembly = assembly;
        this.closing = closing;
        this.leaves = leaves;
        this.trees = trees;
        this.ids = ids;
        this.quarantined = metrics.counter("mingjing_mixer_quarantined");
    }

    /**
     * @param epoch of the lease under which everything is written
     * @return whether every leaf that was to close did
     */
    boolean run(Slot slot, long epoch) {
        Run run = new Run(slot, epoch, draw(), leaves.closedAt(slot.day()));
        List<Pool> left = windows(run);
        if (slot.gathersSections()) {
            left = gather(run, left, Rest::ofSections);
        }
        if (slot.gathersBureaus()) {
            left = gather(run, left, Rest::ofBureaus);
            gather(run, left, Rest::ofCity);
        }
        return run.whole;
    }

    /** Places come in an order of chance and leaves get their ids in rising order, so the outbox's order tells nothing. */
    private List<Pool> windows(Run run) {
        boolean gathers = run.slot.gathersSections() || run.slot.gathersBureaus();
        Set<String> places = new LinkedHashSet<>(boxes.places());
        if (gathers) {
            places.addAll(visits.windowsWithUncounted());
        }
        run.deck = places.size();
        List<String> shuffled = byChance(List.copyOf(places));
        List<Pool> left = new ArrayList<>();
        for (String code : shuffled) {
            Place place = assembly.at(code, run.slot.day());
            if (!place.unreadable().isEmpty() || !place.tests().isEmpty()) {
                closing.setAside(place, run.epoch);
                quarantined.increment(place.unreadable().size());
            }
            List<Pool> open = closeOf(run, place.pools());
            if (gathers) {
                left.addAll(open);
            }
        }
        return left;
    }

    private List<Pool> gather(Run run, List<Pool> left, BiFunction<List<Pool>, OwnerTree, Rest> level) {
        Rest rest = level.apply(left, trees.above(left));
        List<Pool> open = closeOf(run, rest.gathered());
        return Stream.concat(open.stream(), rest.untouched().stream()).toList();
    }

    /** Closes those pools that may; answers the others. */
    private List<Pool> closeOf(Run run, List<Pool> pools) {
        List<Pool> open = new ArrayList<>();
        for (Pool pool : byChance(pools)) {
            boolean again = run.closed.contains(pool.key());
            if (again || !pool.closes(config.leaf().k(), run.draw, run.slot.at())) {
                open.add(pool);
                continue;
            }
            try {
                closing.close(deal(run), pool, run.slot, run.epoch);
            } catch (EpochOver over) {
                throw over;
            } catch (RuntimeException e) {
                // Its ratings stay pending. No place in the message: a log is read by more people than a leaf.
                LOG.error("A leaf could not be closed; the slot will be tried again", e);
                run.whole = false;
            }
        }
        return open;
    }

    private UUID deal(Run run) {
        if (run.leafIds.isEmpty()) {
            Stream.generate(ids::next)
                    .limit(Math.max(1, run.deck))
                    .sorted(Comparator.comparing(UUID::toString))
                    .forEach(run.leafIds::add);
        }
        return run.leafIds.remove();
    }

    private <T> List<T> byChance(List<T> items) {
        record Drawn<T>(UUID chance, T item) {}
        return items.stream()
                .map(item -> new Drawn<>(ids.next(), item))
                .sorted((one, other) -> one.chance().compareTo(other.chance()))
                .map(Drawn::item)
                .toList();
    }

    private Draw draw() {
        byte[] seed = config.leaf()
                .drawSeed()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> keys.active(ServiceKeys.DRAW).key());
        return new Draw(seed);
    }

    /** What stays the same for one run of a slot. */
    private static final class Run {
        private final Slot slot;
        private final long epoch;
        private final Draw draw;
        private final Set<PoolKey> closed;
        private final Deque<UUID> leafIds = new ArrayDeque<>();
        private int deck;
        private boolean whole = true;

        Run(Slot slot, long epoch, Draw draw, Set<PoolKey> closed) {
            this.slot = slot;
            this.epoch = epoch;
            this.draw = draw;
            this.closed = Collections.unmodifiableSet(closed);
        }
    }
}
