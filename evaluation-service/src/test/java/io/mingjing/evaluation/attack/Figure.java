package io.mingjing.evaluation.attack;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A published figure: over which ratings it sums, which a watcher can tell, and its counts.
 *
 * @param ratings ids of its ratings
 * @param levels ratings at level 1 to 5, in this order
 * @param reasons by code
 */
record Figure(String name, Set<String> ratings, List<Long> levels, Map<String, Long> reasons) {

    private static final int HIGHEST = 5;

    static Figure of(SimulatedYear.Closed closed) {
        return new Figure(
                closed.leaf().number(),
                ids(closed.ratings()),
                closed.leaf().sums().levels(),
                closed.leaf().sums().reasons());
    }

    /** A sum of disjoint figures, as every period figure is. */
    static Figure sum(String name, Collection<Figure> parts) {
        Set<String> ratings = new HashSet<>();
        long[] levels = new long[HIGHEST];
        Map<String, Long> reasons = new TreeMap<>();
        for (Figure part : parts) {
            ratings.addAll(part.ratings());
            for (int level = 0; level < HIGHEST; level++) {
                levels[level] += part.levels().get(level);
            }
            part.reasons().forEach((code, count) -> reasons.merge(code, count, Long::sum));
        }
        return new Figure(name, ratings, boxed(levels), reasons);
    }

    /** What somebody would publish who counts ratings instead of adding up leaves. */
    static Figure counting(String name, Collection<Given> given) {
        long[] levels = new long[HIGHEST];
        Map<String, Long> reasons = new TreeMap<>();
        for (Given rating : given) {
            levels[rating.level() - 1]++;
            rating.reasons().forEach(code -> reasons.merge(code, 1L, Long::sum));
        }
        return new Figure(name, ids(given), boxed(levels), reasons);
    }

    /** Whether some of its ratings are in a set and some are not, or all are. */
    boolean meets(Set<String> others) {
        return ratings.stream().anyMatch(others::contains);
    }

    private static Set<String> ids(Collection<Given> ratings) {
        Set<String> ids = new HashSet<>();
        ratings.forEach(rating -> ids.add(rating.id()));
        return ids;
    }

    private static List<Long> boxed(long[] counts) {
        return java.util.Arrays.stream(counts).boxed().toList();
    }
}
