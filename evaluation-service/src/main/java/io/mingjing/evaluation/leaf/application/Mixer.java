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
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.SlotRuns;
import io.mingjing.evaluation.leaf.persistence.VisitCounts;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
 * Runs a slot: place by place, then what is left over up the owner's tree. A slot looks at each pool once. What fails
 * waits for the next slot, and a metric raises the alarm: were it tried again at once, the arrival of a rating could close
 * a leaf. Whatever a run did before it was killed stays, and the next run of the same slot leaves alone every pool that was
 * looked at already: not even its level above takes it, so after a crash such a rest waits for the next gathering.
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
    private final SlotRuns runs;
    private final OwnerTrees trees;
    private final Ids ids;
    private final Counter quarantined;
    private final Counter failed;

    Mixer(
            EvaluationConfig config,
            ServiceKeys keys,
            PendingBoxes boxes,
            VisitCounts visits,
            PoolAssembly assembly,
            LeafClosing closing,
            SlotRuns runs,
            OwnerTrees trees,
            Ids ids,
            MeterRegistry metrics) {
        this.config = config;
        this.keys = keys;
        this.boxes = boxes;
        this.visits = visits;
        this.assembly = assembly;
        this.closing = closing;
        this.runs = runs;
        this.trees = trees;
        this.ids = ids;
        this.quarantined = metrics.counter("mingjing_mixer_quarantined");
        this.failed = metrics.counter("mingjing_mixer_failed");
    }

    /**
     * @param epoch of the lease under which everything is written
     * @throws EpochOver where another process has taken the lease
     */
    void run(Slot slot, long epoch) {
        Run run = new Run(slot, epoch, draw(slot.day()), runs.assessed(slot.day()));
        passOverUnconfirmed(run);
        List<Pool> left = places(run);
        if (slot.gathersSections()) {
            left = gather(run, left, Rest::ofSections);
        }
        if (slot.gathersBureaus()) {
            left = gather(run, left, Rest::ofBureaus);
            gather(run, left, Rest::ofCity);
        }
    }

    private void passOverUnconfirmed(Run run) {
        try {
            closing.passOverUnconfirmed(run.slot, run.epoch);
        } catch (EpochOver over) {
            throw over;
        } catch (RuntimeException e) {
            waits(e);
        }
    }

    /** Places come in an order of chance and leaves get their ids in rising order, so the outbox's order tells nothing. */
    private List<Pool> places(Run run) {
        boolean gathers = run.slot.gathersSections() || run.slot.gathersBureaus();
        Set<String> places = new LinkedHashSet<>(boxes.places());
        if (gathers) {
            places.addAll(visits.windowsWithUncounted());
        }
        run.deck = places.size();
        List<Pool> left = new ArrayList<>();
        Sharing sharing = new Sharing();
        try (AssemblyLine line = new AssemblyLine(assembly, run.slot.day(), byChance(List.copyOf(places)))) {
            while (line.hasNext()) {
                List<Pool> open = place(run, line);
                if (gathers) {
                    open.stream().map(sharing::of).forEach(left::add);
                }
            }
        }
        return left;
    }

    private List<Pool> place(Run run, AssemblyLine line) {
        Place place;
        try {
            place = line.next();
            if (!place.unreadable().isEmpty() || !place.tests().isEmpty()) {
                closing.setAside(place, run.epoch);
                quarantined.increment(place.unreadable().size());
            }
        } catch (EpochOver over) {
            throw over;
        } catch (RuntimeException e) {
            waits(e);
            return List.of();
        }
        return closeOf(run, place.pools());
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
            if (!pool.key().mayClose()) {
                open.add(pool);
                continue;
            }
            if (run.assessed.contains(pool.key())) {
                continue;
            }
            try {
                closing.assess(run.slot, pool.key(), run.epoch);
                if (pool.closes(config.leaf().k(), run.draw, run.slot.at())) {
                    closing.close(deal(run), pool.measured(), run.slot, run.epoch);
                } else {
                    open.add(pool);
                }
            } catch (EpochOver over) {
                throw over;
            } catch (RuntimeException e) {
                waits(e);
            }
        }
        return open;
    }

    /** Its ratings stay pending. No place in the message or the metric: they are read by more people than a leaf. */
    private void waits(RuntimeException cause) {
        LOG.error("A place or a leaf failed; it waits for the next slot", cause);
        failed.increment();
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

    private Draw draw(LocalDate day) {
        byte[] seed = config.leaf()
                .drawSeed()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> keys.on(ServiceKeys.DRAW, day).key());
        return new Draw(seed);
    }

    /** What stays the same for one run of a slot. */
    private static final class Run {
        private final Slot slot;
        private final long epoch;
        private final Draw draw;
        private final Set<PoolKey> assessed;
        private final Deque<UUID> leafIds = new ArrayDeque<>();
        private int deck;

        Run(Slot slot, long epoch, Draw draw, Set<PoolKey> assessed) {
            this.slot = slot;
            this.epoch = epoch;
            this.draw = draw;
            this.assessed = Collections.unmodifiableSet(assessed);
        }
    }
}
