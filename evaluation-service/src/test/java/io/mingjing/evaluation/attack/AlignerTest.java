package io.mingjing.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.attack.Aligner.Row;
import io.mingjing.evaluation.attack.Aligner.Score;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The heap in physical order, raw pages, the write-ahead log, two evenings' copies and all transaction, id, key and hash
 * orders of the database tie ratings to visits no better than chance; and the same attack finds the two mistakes that
 * would undo it (anonymity.md, test 2).
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class AlignerTest {

    private static final int WINDOWS = 26;
    private static final int DAYS = 8;

    private final MixingWorld world;
    private final RatedCity city;
    private final PhysicalOrders orders;
    private final SealedTruth truth;
    private final PlantedMistakes mistakes;
    private final LeafOrders leaves;

    AlignerTest(
            MixingWorld world,
            RatedCity city,
            PhysicalOrders orders,
            SealedTruth truth,
            PlantedMistakes mistakes,
            LeafOrders leaves) {
        this.leaves = leaves;
        this.world = world;
        this.city = city;
        this.orders = orders;
        this.truth = truth;
        this.mistakes = mistakes;
    }

    @BeforeEach
    void begin() {
        orders.begin();
    }

    @AfterEach
    void end() {
        mistakes.end();
        orders.end();
        world.end();
    }

    @Test
    void noOrderInTheDatabaseTiesARatingToAVisit() throws SQLException {
        List<Score> mixed = null;
        List<Score> byArrival = null;
        List<Score> atIntake = null;
        List<String> findings = List.of();
        // What beats chance in one world is looked at again in another; a leak does so in every one.
        for (int attempt = 1; attempt <= 2; attempt++) {
            world.begin();
            mistakes.storeAtIntakeToo();
            Traces traces = new Traces(orders);
            Collection<KnownRater> known = city.live(WINDOWS, DAYS, traces::beforeSlot, traces::evening);
            Map<String, String> leafOf = truth.leaves();
            List<Row> raters = known.stream()
                    .map(rater -> rater.in(leafOf))
                    .flatMap(Optional::stream)
                    .toList();
            List<Score> found = attack(raters, traces);
            findings = mixed == null
                    ? found.stream()
                            .filter(Score::beatsChance)
                            .map(Score::alignment)
                            .toList()
                    : Aligner.repeated(mixed, found);
            mixed = found;
            byArrival = Aligner.align(mistakes.insertedByArrival(raters), raters);
            atIntake = Aligner.align(mistakes.storedAtIntake(raters), raters);
            assertThat(leaves.align(known))
                    .as("leaves of a slot beside their windows")
                    .allSatisfy(score -> assertThat(score.share()).isLessThan(0.25));
            if (findings.isEmpty()) {
                break;
            }
        }

        assertThat(mixed).as("alignments tried").hasSizeGreaterThan(700).allSatisfy(score -> assertThat(score.ratings())
                .isGreaterThanOrEqualTo(2_000));
        assertThat(findings)
                .as(
                        "orders that tie ratings or notes to visits, or notes to ratings; tried, among others: %s",
                        mixed.subList(0, 3))
                .isEmpty();
        assertThat(byArrival.getFirst().share())
                .as("caught when the mixer inserts in order of arrival")
                .isGreaterThanOrEqualTo(0.95);
        assertThat(atIntake.getFirst().share())
                .as("caught when the rating is stored in the intake's transaction")
                .isGreaterThanOrEqualTo(0.95);
    }

    /** Ratings and notes beside the raters, and notes beside ratings: each rater wrote one. */
    private List<Score> attack(List<Row> raters, Traces traces) {
        List<Row> ratings = truth.rows("rating", "context", traces);
        List<Row> notes = truth.rows("note", "seal", traces);
        return Stream.of(
                        named("rating: ", Aligner.align(ratings, raters)),
                        named("note: ", Aligner.align(notes, raters)),
                        named("note and rating: ", Aligner.align(notes, ratings)))
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Score::hits).reversed())
                .toList();
    }

    private static List<Score> named(String name, List<Score> scores) {
        return scores.stream()
                .map(score -> new Score(name + score.alignment(), score.hits(), score.ratings(), score.leaves()))
                .toList();
    }
}
