package io.mingjing.evaluation.leaf.domain;

import static io.mingjing.evaluation.leaf.domain.BallotFixture.aBallot;
import static io.mingjing.evaluation.leaf.domain.BallotFixture.aFurtherBallot;
import static io.mingjing.evaluation.leaf.domain.BallotFixture.anUncountedBallot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TurnoutTest {

    @Test
    void countsAVisitOnceHoweverManyMattersItRated() {
        List<Ballot> ballots = List.of(
                aBallot("v1", "M-1", 5, List.of(), true),
                aBallot("v1", "M-2", 1, List.of(), true),
                aBallot("v1", "M-3", 1, List.of(), true),
                aBallot("v2", 4));

        assertThat(Turnout.of(ballots, 12)).isEqualTo(new Turnout(2, 1, 12));
    }

    @Test
    void unconfirmedVisitsAreNeitherRatersNorPoor() {
        List<Ballot> ballots = List.of(aBallot("v1", 5), anUncountedBallot("v2", 1), anUncountedBallot("v3", 5));

        assertThat(Turnout.of(ballots, 12)).isEqualTo(new Turnout(1, 0, 12));
    }

    @Test
    void aVisitThatAnEarlierLeafCountedIsNoRaterAgain() {
        List<Ballot> ballots = List.of(aBallot("v1", 5), aFurtherBallot("v2", 1), aFurtherBallot("v3", 5));

        assertThat(Turnout.of(ballots, 12)).isEqualTo(new Turnout(1, 0, 12));
    }

    @Property
    void noFloodOfUncountedRatingsOpensAGate(
            @ForAll @IntRange(max = 4) int genuine, @ForAll @IntRange(max = 1_000) int flood) {
        List<Ballot> ballots = new ArrayList<>();
        IntStream.range(0, genuine).forEach(n -> ballots.add(aBallot("v" + n, 5)));
        IntStream.range(0, flood).forEach(n -> ballots.add(anUncountedBallot("f" + n, 1 + n % 5)));
        IntStream.range(0, flood)
                .forEach(n -> ballots.add(aBallot("v" + n % Math.max(1, genuine), "M" + n, 5, List.of(), genuine > 0)));

        assertThat(Gate.forVisits(5, true).closes(Turnout.of(ballots, 1_000), true))
                .isFalse();
    }
}
