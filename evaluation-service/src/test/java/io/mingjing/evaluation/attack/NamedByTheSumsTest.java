package io.mingjing.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.attack.SimulatedYear.Closed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Integer programming over single leaves, by somebody who knows the gate's rule and which ratings are of one visit: no
 * visit was certainly dissatisfied, and no group of visits gave a number that is certain (anonymity.md, test 3).
 */
class NamedByTheSumsTest {

    /** Larger leaves only have more worlds. */
    private static final int SMALL = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nobodyIsCertainlyDissatisfied(long seed) {
        List<Closed> leaves = small(new SimulatedYear(seed, SimulatedYear.OURS).live(365));

        assertThat(leaves).hasSizeGreaterThan(500);
        assertThat(leaves).allSatisfy(leaf -> assertThat(new IntegerAttack(leaf).certainlyPoor())
                .as("%s %s", leaf.leaf().number(), leaf.leaf().sums())
                .isEmpty());
    }

    /** What the gate let pass before it looked at visits with several matters and at those that fill no gate. */
    @Test
    void aGateThatCountsRatersOnlyNamesSomebody() {
        SimulatedYear.Rule ratersOnly = (pool, draw, slot) ->
                pool.gate(SimulatedYear.K).closes(pool.turnout(), draw.passes(pool.drawnAs(), slot))
                        ? Optional.of(pool)
                        : Optional.empty();
        List<Closed> leaves = small(new SimulatedYear(1, ratersOnly).live(365));

        List<Closed> named = leaves.stream()
                .filter(leaf -> !new IntegerAttack(leaf).certainlyPoor().isEmpty())
                .toList();

        assertThat(named).hasSizeGreaterThan(20);
    }

    @Test
    void noGroupOfVisitsGaveANumberThatIsCertain() {
        Random chance = new Random(7);
        List<Closed> leaves = small(new SimulatedYear(4, SimulatedYear.OURS).live(120));
        List<String> pinned = new ArrayList<>();
        for (Closed leaf : leaves) {
            List<String> visits =
                    leaf.ratings().stream().map(Given::visit).distinct().toList();
            Set<String> group = visits.stream()
                    .filter(visit -> chance.nextBoolean())
                    .limit(visits.size() - 1L)
                    .collect(Collectors.toSet());
            if (!group.isEmpty() && new IntegerAttack(leaf).pins(group::contains, Set.of(1, 2))) {
                pinned.add(leaf.leaf().number() + leaf.leaf().sums());
            }
        }

        assertThat(leaves).hasSizeGreaterThan(50);
        assertThat(pinned).isEmpty();
    }

    private static List<Closed> small(List<Closed> leaves) {
        return leaves.stream()
                .filter(leaf ->
                        leaf.ratings().size() <= SMALL && leaf.leaf().sums().poor() > 0)
                .toList();
    }
}
