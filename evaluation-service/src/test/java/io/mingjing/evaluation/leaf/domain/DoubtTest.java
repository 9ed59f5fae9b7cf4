package io.mingjing.evaluation.leaf.domain;

import static io.mingjing.evaluation.leaf.domain.BallotFixture.aBallot;
import static io.mingjing.evaluation.leaf.domain.BallotFixture.aFurtherBallot;
import static io.mingjing.evaluation.leaf.domain.BallotFixture.anUncountedBallot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoubtTest {

    @Test
    void fiveVisitsOfOneMatterOfWhichTwoWereContentNameNobody() {
        assertThat(Doubt.remains(visits(1, 1, 1, 5, 5))).isTrue();
    }

    @Test
    void aVisitWithMoreMattersThanThereAreGoodRatingsIsNamed() {
        List<Ballot> fourContent = visits(5, 5, 5, 5);

        assertThat(Doubt.remains(with(fourContent, manyMatters("v9", 3)))).isTrue();
        assertThat(Doubt.remains(with(fourContent, manyMatters("v9", 4)))).isFalse();
        assertThat(Doubt.remains(with(visits(5, 5, 5, 5, 5), manyMatters("v9", 4))))
                .isTrue();
    }

    @Test
    void whoFillsNoGateIsNamedWhereTheGateTakesAllGoodRatings() {
        List<Ballot> twoContent = visits(1, 1, 1, 5, 5);

        assertThat(Doubt.remains(with(twoContent, List.of(anUncountedBallot("v9", 1)))))
                .isFalse();
        assertThat(Doubt.remains(with(twoContent, List.of(aFurtherBallot("v9", 1)))))
                .isFalse();
        assertThat(Doubt.remains(with(twoContent, List.of(anUncountedBallot("v9", 5)))))
                .isTrue();
    }

    @Test
    void aLeafTakesTwoMattersOfAVisitOrAsManyAsAQuarterOfItsRaters() {
        assertThat(taken(visits(5, 5, 5, 5), 6)).isEqualTo(2);
        assertThat(taken(visits(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5), 6)).isEqualTo(3);
    }

    /** How many of one more visit's matters. */
    private static long taken(List<Ballot> others, int matters) {
        PoolKey key = PoolKey.ofWindow("W-1", "GY-KJJ-CGK", "VISIT");
        Pool pool = Pool.ofWindow(key, with(others, manyMatters("v99", matters)), List.of(), true);
        return pool.measured().ballots().stream().filter(Ballot::poor).count();
    }

    private static List<Ballot> visits(int... levels) {
        return IntStream.range(0, levels.length)
                .mapToObj(n -> aBallot("v" + n, levels[n]))
                .toList();
    }

    private static List<Ballot> manyMatters(String visit, int matters) {
        return IntStream.rangeClosed(1, matters)
                .mapToObj(n -> aBallot(visit, "M-" + n, 1, List.of(), true))
                .toList();
    }

    private static List<Ballot> with(List<Ballot> some, List<Ballot> others) {
        return new ArrayList<>(Stream.of(some, others).flatMap(List::stream).toList());
    }
}
