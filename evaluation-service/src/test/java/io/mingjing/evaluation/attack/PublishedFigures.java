package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.attack.SimulatedYear.Closed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that is published of some leaves: each of them, and their sums by place, section, bureau and period. */
final class PublishedFigures {

    private PublishedFigures() {}

    static List<Figure> of(List<Closed> leaves) {
        List<Figure> figures =
                new ArrayList<>(leaves.stream().map(Closed::figure).toList());
        figures.addAll(sums(leaves, leaf -> leaf.leaf().key().place() + " " + month(leaf)));
        figures.addAll(sums(leaves, leaf -> leaf.leaf().key().ownerUnit() + " " + month(leaf)));
        figures.addAll(sums(
                leaves,
                leaf -> leaf.leaf().key().ownerUnit() + " " + (month(leaf).getMonthValue() + 2) / 3));
        figures.addAll(
                sums(leaves, leaf -> SimulatedCity.bureau(leaf.leaf().key().ownerUnit())));
        figures.addAll(sums(leaves, leaf -> month(leaf).toString()));
        return figures;
    }

    /** What all figures together tell apart: every sum and difference of them is a sum of these. */
    static Collection<Set<String>> atoms(List<Figure> figures) {
        Map<String, BitSet> in = new HashMap<>();
        for (int number = 0; number < figures.size(); number++) {
            for (String rating : figures.get(number).ratings()) {
                in.computeIfAbsent(rating, any -> new BitSet()).set(number);
            }
        }
        Map<BitSet, Set<String>> atoms = new HashMap<>();
        in.forEach((rating, figure) ->
                atoms.computeIfAbsent(figure, any -> new HashSet<>()).add(rating));
        return atoms.values();
    }

    private static List<Figure> sums(List<Closed> leaves, Function<Closed, String> by) {
        return leaves.stream()
                .collect(Collectors.groupingBy(by, Collectors.mapping(Closed::figure, Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> Figure.sum(group.getKey(), group.getValue()))
                .toList();
    }

    private static YearMonth month(Closed leaf) {
        return YearMonth.from(leaf.leaf().slotDay());
    }
}
