package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.attack.SimulatedYear.Closed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;

/**
 * The sharpest watcher of a single leaf. He counts in whole numbers, knows which ratings are of one visit, and knows the
 * rule: of the visits that filled the gate, at least two gave no poor rating. He asks what holds in every world that
 * fits.
 */
final class IntegerAttack {

    private static final int CONTENT = 2;
    private static final int HIGHEST = 5;
    private static final int POOR_UP_TO = 2;

    private final Closed leaf;
    private final Map<String, Integer> matters = new LinkedHashMap<>();

    IntegerAttack(Closed leaf) {
        this.leaf = leaf;
        leaf.ratings().forEach(rating -> matters.merge(rating.visit(), 1, Integer::sum));
    }

    /** Visits of which at least one rating was poor, whatever the world. */
    Set<String> certainlyPoor() {
        Set<String> certain = new TreeSet<>();
        for (String visit : matters.keySet()) {
            World world = new World();
            world.model.arithm(world.poor(visit), "=", 0).post();
            if (!world.model.getSolver().solve()) {
                certain.add(visit);
            }
        }
        return certain;
    }

    /** Whether a group of visits gave the same number of ratings at some levels in every world. */
    boolean pins(Predicate<String> group, Set<Integer> levels) {
        return extreme(group, levels, false) == extreme(group, levels, true);
    }

    private int extreme(Predicate<String> group, Set<Integer> levels, boolean most) {
        World world = new World();
        IntVar[] asked = world.given.entrySet().stream()
                .filter(visit -> group.test(visit.getKey()))
                .flatMap(visit -> levels.stream().map(level -> visit.getValue().get(level - 1)))
                .toArray(IntVar[]::new);
        IntVar sum = world.model.intVar("asked", 0, leaf.ratings().size());
        world.model.sum(asked, "=", sum).post();
        return world.model.getSolver().findOptimalSolution(sum, most).getIntVal(sum);
    }

    /** All worlds that fit what is published and what is known. */
    private final class World {
        private final Model model = new Model();
        private final Map<String, List<IntVar>> given = new LinkedHashMap<>();

        World() {
            List<BoolVar> content = new ArrayList<>();
            matters.forEach((visit, ratings) -> {
                List<IntVar> levels = new ArrayList<>();
                for (int level = 1; level <= HIGHEST; level++) {
                    levels.add(model.intVar(visit + " " + level, 0, ratings));
                }
                given.put(visit, levels);
                model.sum(levels.toArray(IntVar[]::new), "=", ratings).post();
                if (leaf.gate().contains(visit)) {
                    content.add(model.arithm(poor(visit), "=", 0).reify());
                }
            });
            model.sum(content.toArray(BoolVar[]::new), ">=", CONTENT).post();
            for (int level = 1; level <= HIGHEST; level++) {
                int index = level - 1;
                IntVar[] ofLevel =
                        given.values().stream().map(levels -> levels.get(index)).toArray(IntVar[]::new);
                model.sum(ofLevel, "=", leaf.leaf().sums().levels().get(index).intValue())
                        .post();
            }
        }

        private IntVar poor(String visit) {
            return model.sum(
                    "poor of " + visit, given.get(visit).subList(0, POOR_UP_TO).toArray(IntVar[]::new));
        }
    }
}
