package io.mingjing.evaluation.leaf.domain;

import static io.mingjing.evaluation.leaf.domain.BallotFixture.aBallot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LeafSumsTest {

    @Test
    void sumsAllRatingsFurtherMattersAndUncountedOnesToo() {
        List<Ballot> ballots = List.of(
                aBallot("v1", "M-1", 1, List.of("108", "115"), true),
                aBallot("v1", "M-2", 2, List.of("214"), true),
                aBallot("v2", "M-1", 5, List.of("517"), true),
                aBallot("v3", "M-1", 3, List.of("115"), false));

        LeafSums sums = LeafSums.of(ballots, 5, Set.of());

        assertThat(sums.levels()).containsExactly(1L, 1L, 1L, 0L, 1L);
        assertThat(sums.poor()).isEqualTo(2);
        assertThat(sums.ratings()).isEqualTo(4);
        assertThat(sums.reasons()).containsOnly(entry("108", 1L), entry("115", 2L), entry("214", 1L), entry("517", 1L));
    }

    @Test
    void aReasonChosenTwiceCountsOnce() {
        assertThat(LeafSums.of(List.of(aBallot("v1", "M-1", 1, List.of("108", "108"), true)), 5, Set.of())
                        .reasons())
                .containsOnly(entry("108", 1L));
    }

    @Test
    void integrityReasonsAreNotInTheTally() {
        LeafSums sums =
                LeafSums.of(List.of(aBallot("v1", "M-1", 1, List.of("108", "L-901"), true)), 5, Set.of("L-901"));

        assertThat(sums.reasons()).containsOnlyKeys("108");
        assertThat(sums.poor()).isEqualTo(1);
    }

    @Test
    void aMatterIsNamedOnlyWhereKConfirmedVisitsShareIt() {
        List<Ballot> ballots = List.of(
                aBallot("v1", "M-1", 5, List.of(), true),
                aBallot("v2", "M-1", 5, List.of(), true),
                aBallot("v3", "M-1", 1, List.of(), true),
                aBallot("v1", "M-2", 5, List.of(), true),
                aBallot("v1", "M-3", 5, List.of(), true),
                aBallot("f1", "M-3", 5, List.of(), false),
                aBallot("f2", "M-3", 5, List.of(), false));

        assertThat(LeafSums.of(ballots, 3, Set.of()).matters()).isEqualTo(Map.of("M-1", 3L, LeafSums.OTHER, 4L));
    }

    @Property
    void levelsAndMattersBothAddUpToAllRatings(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 5) Integer> levels) {
        List<Ballot> ballots = java.util.stream.IntStream.range(0, levels.size())
                .mapToObj(n -> aBallot("v" + n, "M-" + n % 4, levels.get(n), List.of(), true))
                .toList();

        LeafSums sums = LeafSums.of(ballots, 5, Set.of());

        assertThat(sums.ratings()).isEqualTo(levels.size());
        assertThat(sums.matters().values().stream().mapToLong(n -> n).sum()).isEqualTo(levels.size());
        assertThat(sums.poor())
                .isEqualTo(levels.stream().filter(level -> level <= 2).count());
    }
}
