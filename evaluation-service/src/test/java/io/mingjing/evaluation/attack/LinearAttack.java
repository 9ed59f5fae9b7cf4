package io.mingjing.evaluation.attack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A watcher who knows who rated when, where and for which matter, and every published figure: by linear programming he
 * computes the least and the most that any group of raters can have given. Ratings that lie in the same figures are alike
 * to him, so they share their unknowns.
 */
final class LinearAttack {

    /** What a cell counts: ratings at some levels, or with a reason. */
    record What(Set<Integer> levels, String reason) {

        static What level(int level) {
            return new What(Set.of(level), "");
        }

        static What poor() {
            return new What(Set.of(1, 2), "");
        }

        /** @param code its first digit is the level it belongs to */
        static What reason(String code) {
            return new What(Set.of(code.charAt(0) - '0'), code);
        }
    }

    /** The least and the most a cell can be. */
    record Range(double min, double max) {

        boolean pinned() {
            return max - min < 0.001;
        }
    }

    private final List<Figure> figures;

    LinearAttack(List<Figure> figures) {
        this.figures = List.copyOf(figures);
    }

    Range range(Set<String> group, What what) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<BitSet, Integer> alike = new HashMap<>();
        Set<String> all = new HashSet<>();
        figures.forEach(figure -> all.addAll(figure.ratings()));
        all.forEach(rating -> alike.merge(signature(rating, group), 1, Integer::sum));
        Map<BitSet, List<Variable>> levels = new HashMap<>();
        Map<BitSet, Variable> reasons = new HashMap<>();
        alike.forEach((signature, size) -> {
            List<Variable> unknown = new ArrayList<>();
            Expression each =
                    model.newExpression("everybody gave one " + signature).level(size);
            for (int level = 1; level <= 5; level++) {
                Variable count = unknown(model, "x" + level + signature, size);
                each.set(count, 1);
                unknown.add(count);
            }
            levels.put(signature, unknown);
            if (!what.reason().isEmpty()) {
                Variable named = unknown(model, "y" + signature, size);
                int level = what.levels().iterator().next();
                model.newExpression("of its level " + signature)
                        .lower(0)
                        .set(unknown.get(level - 1), 1)
                        .set(named, -1);
                reasons.put(signature, named);
            }
        });
        for (int number = 0; number < figures.size(); number++) {
            publish(model, number, levels, reasons, what);
        }
        List<Variable> asked = alike.keySet().stream()
                .filter(signature -> signature.get(figures.size()))
                .flatMap(signature -> what.reason().isEmpty()
                        ? what.levels().stream()
                                .map(level -> levels.get(signature).get(level - 1))
                        : java.util.stream.Stream.of(reasons.get(signature)))
                .toList();
        asked.forEach(variable -> variable.weight(1));
        return new Range(value(model.minimise()), value(model.maximise()));
    }

    private void publish(
            ExpressionsBasedModel model,
            int number,
            Map<BitSet, List<Variable>> levels,
            Map<BitSet, Variable> reasons,
            What what) {
        Figure figure = figures.get(number);
        for (int level = 1; level <= 5; level++) {
            int index = level - 1;
            Expression sum = model.newExpression(figure.name() + " level " + level)
                    .level(figure.levels().get(index));
            levels.forEach((signature, unknown) -> {
                if (signature.get(number)) {
                    sum.set(unknown.get(index), 1);
                }
            });
        }
        if (!what.reason().isEmpty()) {
            Expression sum = model.newExpression(figure.name() + " reason")
                    .level(figure.reasons().getOrDefault(what.reason(), 0L));
            reasons.forEach((signature, unknown) -> {
                if (signature.get(number)) {
                    sum.set(unknown, 1);
                }
            });
        }
    }

    private static Variable unknown(ExpressionsBasedModel model, String name, int most) {
        return model.newVariable(name).lower(0).upper(most);
    }

    /** In which figures a rating lies, and in the last place whether it is in the group. */
    private BitSet signature(String rating, Set<String> group) {
        BitSet signature = new BitSet();
        IntStream.range(0, figures.size())
                .filter(number -> figures.get(number).ratings().contains(rating))
                .forEach(signature::set);
        signature.set(figures.size(), group.contains(rating));
        return signature;
    }

    private static double value(Optimisation.Result result) {
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("The figures contradict each other, or were not solved: " + result);
        }
        return result.getValue();
    }
}
