package io.mingjing.evaluation.leaf.domain;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What is published of a leaf (anonymity rules K6, K9): counts that say nothing smaller than the leaf.
 *
 * @param levels ratings at level 1 to 5, in this order
 * @param poor ratings at a poor level
 * @param reasons ratings by reason code; integrity reasons are left out, they go to discipline
 * @param matters ratings by matter where at least k visits of the leaf share it; the others under {@link #OTHER}
 */
public record LeafSums(List<Long> levels, long poor, Map<String, Long> reasons, Map<String, Long> matters) {

    /** Matters too rare to be named. */
    public static final String OTHER = "OTHER";

    private static final int HIGHEST = 5;

    public LeafSums {
        levels = List.copyOf(levels);
        reasons = Map.copyOf(reasons);
        matters = Map.copyOf(matters);
    }

    /**
     * @param k confirmed visits that must share a matter for it to be named
     * @param integrity codes of integrity reasons; the national list has none
     */
    public static LeafSums of(Collection<Ballot> ballots, int k, Set<String> integrity) {
        long[] levels = new long[HIGHEST];
        long poor = 0;
        Map<String, Long> reasons = new TreeMap<>();
        for (Ballot ballot : ballots) {
            levels[ballot.rating().level() - 1]++;
            poor += ballot.poor() ? 1 : 0;
            Set.copyOf(ballot.rating().reasons()).stream()
                    .filter(reason -> !integrity.contains(reason))
                    .forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        }
        return new LeafSums(LongStream.of(levels).boxed().toList(), poor, reasons, matters(ballots, k));
    }

    /** All ratings of the leaf. */
    public long ratings() {
        return levels.stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> matters(Collection<Ballot> ballots, int k) {
        Map<String, Set<ByteBuffer>> visits = new HashMap<>();
        ballots.stream().filter(Ballot::fillsGate).forEach(ballot -> visits.computeIfAbsent(
                        ballot.rating().matter(), any -> new HashSet<>())
                .add(ByteBuffer.wrap(ballot.rating().visitTag())));
        Map<String, Long> tally = new TreeMap<>();
        for (Ballot ballot : ballots) {
            String matter = ballot.rating().matter();
            boolean shared = visits.getOrDefault(matter, Set.of()).size() >= k;
            tally.merge(shared ? matter : OTHER, 1L, Long::sum);
        }
        return tally;
    }
}
