package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.domain.Ballot;
import io.mingjing.evaluation.leaf.domain.Draw;
import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.domain.LeafSums;
import io.mingjing.evaluation.leaf.domain.OwnerTree;
import io.mingjing.evaluation.leaf.domain.Pool;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Rest;
import io.mingjing.evaluation.leaf.domain.Served;
import io.mingjing.evaluation.leaf.domain.Slot;
import io.mingjing.evaluation.leaf.domain.SlotSchedule;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A year of a city's ratings through the mixer's own rules (pools, gate, draw, rest, schedule), without a database. What
 * closes is published; a rating that is in no leaf at the end of the year waits.
 */
final class SimulatedYear {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final int K = 5;

    /**
     * A leaf with the ratings in it: a watcher who knows every visit can tell which they are, but for their levels.
     *
     * @param gate the visits that filled its gate
     */
    record Closed(Leaf leaf, List<Given> ratings, Set<String> gate) {

        /** What is published of it. */
        Figure figure() {
            return Figure.of(this);
        }
    }

    /** What of a pool becomes a leaf at a slot; empty while it stays open. */
    interface Rule {
        Optional<Pool> leaf(Pool pool, Draw draw, Instant slot);
    }

    /** The one of the mixer. */
    static final Rule OURS =
            (pool, draw, slot) -> pool.closes(K, draw, slot) ? Optional.of(pool.measured()) : Optional.empty();

    private record Visit(String number, SimulatedCity.Window window, LocalDate day) {}

    private final SimulatedCity city;
    private final SlotSchedule schedule = new SlotSchedule(WorkingCalendar.of(List.of()));
    private final Draw draw;
    private final Rule rule;
    private final SimulatedVisitors visitors;
    private final Map<String, Given> pending = new LinkedHashMap<>();
    private final Map<String, Visit> uncounted = new LinkedHashMap<>();
    private final Set<String> ratedBefore = new HashSet<>();
    private final List<Closed> closed = new ArrayList<>();

    SimulatedYear(long seed, Rule rule) {
        this(seed, rule, SimulatedCity.of(new Random(seed)));
    }

    SimulatedYear(long seed, Rule rule, SimulatedCity city) {
        Random chance = new Random(seed);
        this.city = city;
        this.rule = rule;
        this.visitors = new SimulatedVisitors(chance);
        this.draw = new Draw(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
    }

    /** All that closed from {@link #FIRST} on, in order of the slots. */
    List<Closed> live(int days) {
        LocalDate lastRun = FIRST.minusDays(1);
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(days)); day = day.plusDays(1)) {
            if (schedule.calendar().isWorkingDay(day)) {
                serve(day);
            }
            Slot slot = schedule.due(
                            lastRun,
                            day.atTime(Slot.TIME).atZone(BusinessClock.ZONE).toInstant())
                    .orElse(null);
            if (slot != null) {
                run(slot);
                lastRun = slot.day();
            }
        }
        return List.copyOf(closed);
    }

    /** Every rating that was given, in a leaf or not. */
    List<Given> everything() {
        return Stream.concat(closed.stream().flatMap(leaf -> leaf.ratings().stream()), pending.values().stream())
                .toList();
    }

    private void serve(LocalDate day) {
        for (SimulatedCity.Window window : city.windows()) {
            for (SimulatedVisitors.Came came : visitors.at(window, day)) {
                if (came.confirmed() || !window.feed()) {
                    uncounted.put(came.number(), new Visit(came.number(), window, day));
                }
                came.ratings().forEach(rating -> pending.put(rating.id(), rating));
            }
        }
    }

    private void run(Slot slot) {
        List<Pool> left = new ArrayList<>();
        for (SimulatedCity.Window window : city.windows()) {
            left.addAll(closeOf(slot, List.of(pool(window, slot.day()))));
        }
        if (slot.gathersSections()) {
            left = gather(slot, left, Rest::ofSections);
        }
        if (slot.gathersBureaus()) {
            left = gather(slot, left, Rest::ofBureaus);
            gather(slot, left, Rest::ofCity);
        }
    }

    private Pool pool(SimulatedCity.Window window, LocalDate slotDay) {
        List<Ballot> ballots = pending.values().stream()
                .filter(rating -> rating.window().equals(window.code())
                        && !rating.arrived().isAfter(slotDay))
                .map(rating -> rating.ballot(ratedBefore.contains(rating.visit())))
                .filter(ballot -> !ballot.waits(slotDay))
                .toList();
        List<Served> served = uncounted.values().stream()
                .filter(visit -> visit.window().equals(window))
                .map(visit -> new Served(visit.number(), visit.day()))
                .toList();
        PoolKey key = PoolKey.ofWindow(window.code(), window.owner(), Streams.VISIT);
        return Pool.ofWindow(key, ballots, served, window.feed());
    }

    private List<Pool> gather(Slot slot, List<Pool> left, BiFunction<List<Pool>, OwnerTree, Rest> level) {
        Rest rest = level.apply(left, city.tree());
        return Stream.concat(closeOf(slot, rest.gathered()).stream(), rest.untouched().stream())
                .toList();
    }

    private List<Pool> closeOf(Slot slot, List<Pool> pools) {
        List<Pool> open = new ArrayList<>();
        for (Pool pool : pools) {
            rule.leaf(pool, draw, slot.at()).ifPresentOrElse(leaf -> close(slot, leaf), () -> open.add(pool));
        }
        return open;
    }

    private void close(Slot slot, Pool pool) {
        LeafSums sums = LeafSums.of(pool.ballots(), pool.gate(K).raters(), reason -> false);
        Leaf leaf = Leaf.of(UUID.randomUUID(), "叶-" + closed.size(), pool, "", sums, slot.day());
        List<Given> ratings = pool.ballots().stream()
                .map(ballot -> pending.remove(new String(ballot.h(), StandardCharsets.UTF_8)))
                .toList();
        pool.served().forEach(visit -> uncounted.remove(visit.number()));
        ratedBefore.addAll(ratings.stream().map(Given::visit).collect(Collectors.toSet()));
        Set<String> gate = pool.ballots().stream()
                .filter(Ballot::fillsGate)
                .map(ballot -> new String(ballot.rating().visitTag(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
        closed.add(new Closed(leaf, ratings, gate));
    }
}
