package io.mingjing.evaluation.leaf.domain;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the sums of a leaf leave it open for each visit in it that none of its ratings was poor. Raters − poor does so
 * where every visit rated once and filled the gate. But sums contain further matters and visits that fill no gate as
 * well: of five visits, one with six matters, six poor ratings and four good ones name that one; and where only two good
 * ratings are left, the gate gives them to two visits that fill it, so that everybody else was dissatisfied.
 */
public final class Doubt {

    private Doubt() {}

    /** Level-dependent only in the number of poor ratings, as raters − poor is; the draw covers both. */
    public static boolean remains(Collection<Ballot> ballots) {
        List<Ballot> summed = ballots.stream().filter(Ballot::valid).toList();
        long good = summed.stream().filter(ballot -> !ballot.poor()).count();
        return good >= needed(summed);
    }

    /** Good ratings needed so that any visit may have given only such, beside those that the gate asks for. */
    private static int needed(Collection<Ballot> ballots) {
        Map<ByteBuffer, Integer> matters = new HashMap<>();
        Set<ByteBuffer> gate = new HashSet<>();
        for (Ballot ballot : ballots) {
            ByteBuffer visit = ByteBuffer.wrap(ballot.rating().visitTag());
            matters.merge(visit, 1, Integer::sum);
            if (ballot.fillsGate()) {
                gate.add(visit);
            }
        }
        List<ByteBuffer> smallest = gate.stream()
                .sorted(Comparator.comparing(matters::get))
                .limit(Gate.CONTENT + 1)
                .toList();
        int needed = 0;
        for (Map.Entry<ByteBuffer, Integer> visit : matters.entrySet()) {
            int others = smallest.stream()
                    .filter(other -> !other.equals(visit.getKey()))
                    .limit(gate.contains(visit.getKey()) ? Gate.CONTENT - 1 : Gate.CONTENT)
                    .mapToInt(matters::get)
                    .sum();
            needed = Math.max(needed, visit.getValue() + others);
        }
        return needed;
    }
}
