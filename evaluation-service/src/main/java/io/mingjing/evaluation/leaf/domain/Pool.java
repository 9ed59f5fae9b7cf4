package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.Streams;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pending ratings and served visits that may close into a leaf together.
 *
 * @param drawnAs the key it is drawn for. Ratings that go up a level alone keep the draw they had: a second draw for the
 *     same ratings in the same slot would make being held rarer, and so more telling.
 * @param independent whether an independent feed confirms the visits of every place in it
 */
public record Pool(PoolKey key, PoolKey drawnAs, List<Ballot> ballots, List<Served> served, boolean independent) {

    private static final int MATTERS = 2;
    private static final int MATTERS_PER_RATERS = 4;

    public Pool {
        ballots = List.copyOf(ballots);
        served = List.copyOf(served);
    }

    /** The pool of one window. */
    public static Pool ofWindow(PoolKey key, List<Ballot> ballots, List<Served> served, boolean independent) {
        return new Pool(key, key, ballots, served, independent);
    }

    /** What is left of several pools of one stream, gathered under another key. */
    public static Pool gathered(PoolKey key, Collection<Pool> left) {
        List<Pool> rated =
                left.stream().filter(pool -> !pool.ballots().isEmpty()).toList();
        return new Pool(
                key,
                rated.size() == 1 ? rated.getFirst().drawnAs() : key,
                rated.stream().flatMap(pool -> pool.ballots().stream()).toList(),
                left.stream().flatMap(pool -> pool.served().stream()).toList(),
                left.stream().allMatch(Pool::independent));
    }

    public Turnout turnout() {
        return Turnout.of(ballots, served.size());
    }

    /**
     * Whether it becomes a leaf at a slot.
     *
     * @param k raters needed at places with an independent feed
     */
    public boolean closes(int k, Draw draw, Instant slot) {
        Pool leaf = measured();
        return key.mayClose()
                && !ballots.isEmpty()
                && gate(k).closes(leaf.turnout(), draw.passes(drawnAs, slot))
                && Doubt.remains(leaf.ballots);
    }

    /**
     * What a leaf takes of it: of one visit at most two matters, or as many as a quarter of the raters, so that a visit
     * of many matters weighs no more than others can hide. What is over waits for the next leaf. Which go first is
     * settled by the keyed hash of their boxes, never by a level.
     */
    public Pool measured() {
        int most = Math.max(MATTERS, turnout().raters() / MATTERS_PER_RATERS);
        Map<ByteBuffer, Integer> taken = new HashMap<>();
        List<Ballot> first = ballots.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(one.h(), other.h()))
                .filter(ballot -> taken.merge(ByteBuffer.wrap(ballot.rating().visitTag()), 1, Integer::sum) <= most)
                .toList();
        return new Pool(key, drawnAs, first, served, independent);
    }

    public Gate gate(int k) {
        return switch (key.stream()) {
            case Streams.VISIT -> Gate.forVisits(k, independent);
            case Streams.CONTESTED -> Gate.forContested(k, independent);
            default -> Gate.forTickets(k);
        };
    }
}
