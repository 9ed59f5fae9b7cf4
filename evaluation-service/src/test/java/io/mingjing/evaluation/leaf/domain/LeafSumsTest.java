package io.mingjing.evaluation.leaf.domain;

import static io.mingjing.evaluation.leaf.domain.BallotFixture.aBallot;
import static io.mingjing.evaluation.leaf.domain.BallotFixture.invalid;
import static io.mingjing.evaluation.leaf.domain.BallotFixture.ofUnit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafSumsTest {

    private static final Predicate<String> NONE = reason -> false;

    @Test
    void sumsAllRatingsFurtherMattersAndUncountedOnesToo() {
        List<Ballot> ballots = List.of(
                aBallot("v1", "M-1", 1, List.of("108", "115"), true),
                aBallot("v1", "M-2", 2, List.of("214"), true),
                aBallot("v2", "M-1", 5, List.of("517"), true),
                aBallot("v3", "M-1", 3, List.of("115"), false));

        LeafSums sums = LeafSums.of(ballots, 5, NONE);

        assertThat(sums.levels()).containsExactly(1L, 1L, 1L, 0L, 1L);
        assertThat(sums.poor()).isEqualTo(2);
        assertThat(sums.ratings()).isEqualTo(4);
        assertThat(sums.reasons()).containsOnly(entry("108", 1L), entry("115", 2L), entry("214", 1L), entry("517", 1L));
    }

    @Test
    void aReasonChosenTwiceCountsOnce() {
        assertThat(LeafSums.of(List.of(aBallot("v1", "M-1", 1, List.of("108", "108"), true)), 5, NONE)
                        .reasons())
                .containsOnly(entry("108", 1L));
    }

    @Test
    void integrityReasonsAreNotInTheTally() {
        LeafSums sums =
                LeafSums.of(List.of(aBallot("v1", "M-1", 1, List.of("108", "L-901"), true)), 5, "L-901"::equals);

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

        assertThat(LeafSums.of(ballots, 3, NONE).matters()).isEqualTo(Map.of("M-1", 3L, LeafSums.OTHER, 4L));
    }

    @Test
    void ratingsOfAPlaceThatNameNoMatterAreAmongTheOthers() {
        List<Ballot> ballots = IntStream.range(0, 5)
                .mapToObj(n -> aBallot("v" + n, RatingRecord.NO_MATTER, 5, List.of(), true))
                .toList();

        assertThat(LeafSums.of(ballots, 3, NONE).matters()).isEqualTo(Map.of(LeafSums.OTHER, 5L));
    }

    @Test
    void aUnitIsNamedLikewise() {
        List<Ballot> ballots = List.of(
                ofUnit(aBallot("v1", 5), "GY-WSJ"),
                ofUnit(aBallot("v2", 5), "GY-WSJ"),
                ofUnit(aBallot("v3", 1), "GY-WSJ"),
                ofUnit(aBallot("v4", 1), "GY-JTJ"));

        assertThat(LeafSums.of(ballots, 3, NONE).matterUnits()).isEqualTo(Map.of("GY-WSJ", 3L, LeafSums.OTHER, 1L));
    }

    @ParameterizedTest(name = "{0} valid, {1} invalid with k = 5: {2} may be told")
    @CsvSource({"6, 0, 6", "6, 1,", "6, 4,", "6, 5, 11", "6, 9, 15"})
    void everyFigureCountsValidRatingsAndAllStandBesideThemOnlyWhereNoFewAreNamed(int valid, int invalid, Long total) {
        List<Ballot> ballots = Stream.concat(
                        IntStream.range(0, valid).mapToObj(n -> aBallot("v" + n, "M-1", 1, List.of("108"), true)),
                        IntStream.range(0, invalid)
                                .mapToObj(n -> invalid(aBallot("x" + n, "M-1", 1, List.of("108"), true))))
                .toList();

        LeafSums sums = LeafSums.of(ballots, 5, NONE);

        assertThat(sums.ratings()).isEqualTo(valid + invalid);
        assertThat(sums.total()).isEqualTo(total);
        assertThat(sums.valid()).isEqualTo(valid);
        assertThat(sums.poor()).isEqualTo(valid);
        assertThat(sums.levels()).containsExactly((long) valid, 0L, 0L, 0L, 0L);
        assertThat(sums.reasons()).isEqualTo(Map.of("108", (long) valid));
        assertThat(sums.matters()).isEqualTo(Map.of("M-1", (long) valid));
        assertThat(sums.matterUnits()).isEqualTo(Map.of("GY-KJJ-CGK", (long) valid));
        assertThat(Turnout.of(ballots, 12)).isEqualTo(new Turnout(valid, valid, 12));
    }

    @Property
    void levelsAndMattersBothAddUpToAllRatings(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 5) Integer> levels) {
        List<Ballot> ballots = IntStream.range(0, levels.size())
                .mapToObj(n -> aBallot("v" + n, "M-" + n % 4, levels.get(n), List.of(), true))
                .toList();

        LeafSums sums = LeafSums.of(ballots, 5, NONE);

        assertThat(sums.ratings()).isEqualTo(levels.size());
        assertThat(sums.matters().values().stream().mapToLong(n -> n).sum()).isEqualTo(levels.size());
        assertThat(sums.poor())
                .isEqualTo(levels.stream().filter(level -> level <= 2).count());
    }
}
