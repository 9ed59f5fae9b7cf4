package io.mingjing.evaluation.leaf.domain;

import static io.mingjing.evaluation.leaf.domain.BallotFixture.aBallot;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.domain.OwnerTree.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestTest {

    private static final OwnerTree TREE = new OwnerTree(Map.of(
            "GY", new Unit("CITY", null),
            "GY-KJJ", new Unit("BUREAU", "GY"),
            "GY-KJJ-CGK", new Unit("SECTION", "GY-KJJ"),
            "GY-KJJ-ZGK", new Unit("SECTION", "GY-KJJ"),
            "GY-KJJ-SY1", new Unit("INSTITUTION", "GY-KJJ"),
            "GY-YSB", new Unit("CITY_OFFICE", "GY")));

    @Test
    void windowsOfASectionGatherUnderIt() {
        Rest rest = Rest.ofSections(
                List.of(pool("W-1", "GY-KJJ-CGK", 2), pool("W-2", "GY-KJJ-CGK", 3), pool("W-3", "GY-KJJ-ZGK", 1)),
                TREE);

        assertThat(rest.untouched()).isEmpty();
        assertThat(rest.gathered())
                .extracting(Pool::key)
                .containsExactlyInAnyOrder(sectionOf("GY-KJJ-CGK"), sectionOf("GY-KJJ-ZGK"));
        assertThat(rest.gathered().getFirst().ballots()).hasSize(5);
        assertThat(rest.gathered().getFirst().served()).hasSize(5);
    }

    @Test
    void aWindowOfTheBureauItselfWaitsForTheBureau() {
        Pool direct = pool("W-9", "GY-KJJ", 4);

        Rest sections = Rest.ofSections(List.of(direct), TREE);
        Rest bureaus = Rest.ofBureaus(List.of(direct, pool("W-1", "GY-KJJ-SY1", 1)), TREE);

        assertThat(sections.untouched()).containsExactly(direct);
        assertThat(bureaus.gathered()).singleElement().satisfies(pool -> assertThat(pool.key())
                .isEqualTo(new PoolKey(Scope.BUREAU_REST, null, "GY-KJJ", Streams.VISIT)));
    }

    @Test
    void whatNobodyKnowsGoesToTheCity() {
        Pool stray = pool("W-7", "NOBODY", 3);

        assertThat(Rest.ofSections(List.of(stray), TREE).untouched()).containsExactly(stray);
        assertThat(Rest.ofBureaus(List.of(stray), TREE).untouched()).containsExactly(stray);
        assertThat(Rest.ofCity(List.of(stray, pool("W-8", "GY-YSB", 1)), TREE).gathered())
                .singleElement()
                .satisfies(
                        pool -> assertThat(pool.key()).isEqualTo(new PoolKey(Scope.CITY, null, "GY", Streams.VISIT)));
    }

    @Test
    void streamsNeverGatherTogether() {
        assertThat(Rest.ofBureaus(List.of(tickets("PLACE"), pool("W-1", "GY-KJJ-CGK", 1)), TREE)
                        .gathered())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLACE", "CONTESTED", "SECOND", "TELEPHONE", "THIRD_PARTY"})
    void whatComesWithoutAVisitPassesItsSectionOver(String stream) {
        Pool tickets = tickets(stream);

        assertThat(tickets.key().mayClose()).isFalse();
        assertThat(Rest.ofSections(List.of(tickets), TREE)).isEqualTo(new Rest(List.of(), List.of(tickets)));
        assertThat(Rest.ofBureaus(List.of(tickets), TREE).gathered())
                .singleElement()
                .satisfies(pool ->
                        assertThat(pool.key()).isEqualTo(new PoolKey(Scope.BUREAU_REST, null, "GY-KJJ", stream)));
    }

    @Test
    void ratingsThatGoUpAloneKeepTheirDraw() {
        Pool alone = pool("W-1", "GY-KJJ-CGK", 6);
        Pool idle = pool("W-2", "GY-KJJ-CGK", 0);
        Pool second = pool("W-3", "GY-KJJ-CGK", 1);

        assertThat(Pool.gathered(sectionOf("GY-KJJ-CGK"), List.of(alone, idle)).drawnAs())
                .isEqualTo(alone.key());
        assertThat(Pool.gathered(sectionOf("GY-KJJ-CGK"), List.of(alone, idle, second))
                        .drawnAs())
                .isEqualTo(sectionOf("GY-KJJ-CGK"));
    }

    @Test
    void onePlaceWithoutAFeedMakesTheWholeRestStricter() {
        Pool fed = pool("W-1", "GY-KJJ-CGK", 6);
        Pool unfed = new Pool(fed.key(), fed.key(), fed.ballots(), fed.served(), false);

        assertThat(Pool.gathered(sectionOf("GY-KJJ-CGK"), List.of(fed, unfed)).gate(5))
                .isEqualTo(new Gate(10, 20));
    }

    private static Pool tickets(String stream) {
        return Pool.ofWindow(PoolKey.ofWindow("W-1", "GY-KJJ-CGK", stream), List.of(aBallot("t", 5)), List.of(), false);
    }

    private static PoolKey sectionOf(String unit) {
        return new PoolKey(Scope.SECTION_REST, null, unit, Streams.VISIT);
    }

    private static Pool pool(String window, String owner, int raters) {
        List<Ballot> ballots = java.util.stream.IntStream.range(0, raters)
                .mapToObj(n -> aBallot(window + n, 5))
                .toList();
        List<Served> served = ballots.stream()
                .map(ballot -> new Served(window + ballot.hashCode(), BallotFixture.DAY))
                .toList();
        return Pool.ofWindow(PoolKey.ofWindow(window, owner, Streams.VISIT), ballots, served, true);
    }
}
