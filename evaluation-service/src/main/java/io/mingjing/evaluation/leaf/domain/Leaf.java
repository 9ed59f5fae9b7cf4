package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.Streams;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A closed leaf (叶): the smallest group that is ever published, disjoint from every other, never changed.
 *
 * @param number human number (叶号), such as 叶-GY-KJJ-CGK-2026-0007: the owner and a count of its own for the year
 * @param placeName words for the place, such as the window's name or 成果科其余窗口
 * @param served confirmed finished visits that were counted with it (V)
 * @param raters distinct confirmed visits that rated (R)
 * @param slotDay day of the slot at which it closed; the only time it has
 */
public record Leaf(
        UUID id,
        String number,
        PoolKey key,
        String placeName,
        Weeks weeks,
        long served,
        long raters,
        LeafSums sums,
        LocalDate slotDay) {

    /** Streams that anybody can fill as often as he likes, and second ratings: what they lead to is a person's decision. */
    private static final Set<String> DECIDED_BY_A_PERSON = Set.of(Streams.PLACE, Streams.CONTESTED, Streams.SECOND);

    /** Whether task-service opens a task of itself for the poor ratings of a stream. */
    public static boolean opensTask(String stream) {
        return !DECIDED_BY_A_PERSON.contains(stream);
    }

    /**
     * Whether the poor ratings of a leaf are the city office's own order (自办单): those that no bureau sees, and those that
     * open no task, so that every poor leaf ends with somebody.
     */
    public static boolean ordersOfCity(Scope scope, String stream) {
        return scope == Scope.CITY || !opensTask(stream);
    }

    /** Whether the city office may pass the poor ratings of a leaf on to its unit (转办), where they open no task of themselves. */
    public static boolean mayBePassedOn(Scope scope, String stream) {
        return scope != Scope.CITY && !opensTask(stream);
    }

    /** Streams whose poor leaves open no task. */
    public static Set<String> streamsWithoutTask() {
        return DECIDED_BY_A_PERSON;
    }

    /** A pool as the leaf it closes into. */
    public static Leaf of(UUID id, String number, Pool pool, String placeName, LeafSums sums, LocalDate slotDay) {
        List<LocalDate> days = pool.served().isEmpty()
                ? pool.ballots().stream()
                        .map(ballot -> ballot.rating().visitDay())
                        .toList()
                : pool.served().stream().map(Served::day).toList();
        Turnout turnout = pool.turnout();
        return new Leaf(
                id, number, pool.key(), placeName, Weeks.of(days), turnout.served(), turnout.raters(), sums, slotDay);
    }

    public Instant slot() {
        return Slot.at(slotDay);
    }

    /** City leaves stay inside the service: the city office works them itself. */
    public boolean leavesTheService() {
        return key.scope() != Scope.CITY;
    }

    /** One number for each poor rating, tied to none of them. */
    public List<String> caseNumbers() {
        return LongStream.rangeClosed(1, sums.poor())
                .mapToObj(n -> number + "-" + n)
                .toList();
    }
}
