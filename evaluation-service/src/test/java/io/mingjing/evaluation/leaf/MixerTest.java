package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.intake.application.IntakeDays;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What closes a leaf at a slot and what does not, on the real database. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class MixerTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final ObjectMapper json;
    private final IntakeDays days;

    MixerTest(MixingWorld world, SuperUser database, IntakeBalance balance, ObjectMapper json, IntakeDays days) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.json = json;
        this.days = days;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void sixOfTwelveCloseWhereTheDrawPassesAndWaitWhereItHolds() throws JsonProcessingException {
        String passing = world.windowDrawn(true, DAY, CGK);
        String held = world.windowDrawn(false, DAY, CGK);
        world.sixOfTwelve(passing, CGK, DAY);
        world.sixOfTwelve(held, CGK, DAY);

        world.slot(DAY);

        assertThat(database.rows(
                        "select scope, place, owner_unit, first_week, last_week, served, raters, ratings, levels, poor,"
                                + " slot from leaf"))
                .containsExactly(List.of(
                        "WINDOW",
                        passing,
                        CGK,
                        "2026-W12",
                        "2026-W12",
                        "12",
                        "6",
                        "6",
                        "{1,1,1,1,2}",
                        "2",
                        "2026-03-19"));
        assertThat(database.column("select distinct place from intake where box is not null"))
                .containsExactly(held);
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(12, 6, 6, 0, 0));
        JsonNode event = json.readTree(world.events().getFirst());
        assertThat(world.events()).hasSize(1);
        assertThat(event.path("leafNumber").asText()).isEqualTo("叶-GY-KJJ-CGK-2026-0001");
        assertThat(event.path("caseNumbers")).hasSize(2);
        assertThat(event.path("reasons").path("108").asLong()).isEqualTo(1);
        assertThat(event.path("matters").path("M-1").asLong()).isEqualTo(6);
        assertThat(event.path("slot").asText()).isEqualTo("2026-03-19T10:00:00Z");
        assertThat(database.rows("select action, seq, to_value from audit"))
                .containsExactly(List.of("LEAF_CLOSED", "1", "叶-GY-KJJ-CGK-2026-0001"));
    }

    @Test
    void eachOwnersLeavesAreNumberedOnTheirOwn() {
        String zgk = "GY-KJJ-ZGK";
        LocalDate next = DAY.plusDays(1);
        String window = world.windowPassing(CGK, DAY, next);
        String others = world.windowPassing(zgk, DAY);
        world.sixOfTwelve(window, CGK, DAY);
        world.sixOfTwelve(others, zgk, DAY);
        world.slot(DAY);
        world.sixOfTwelve(window, CGK, next);
        world.slot(next);

        assertThat(database.column("select number from leaf order by number"))
                .containsExactly("叶-GY-KJJ-CGK-2026-0001", "叶-GY-KJJ-CGK-2026-0002", "叶-GY-KJJ-ZGK-2026-0001");
    }

    @Test
    void nothingClosesBeforeTheSlotNorTwiceInIt() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);

        world.beginAt(DAY);
        assertThat(leaves()).isZero();
        world.slot(DAY);
        assertThat(leaves()).isEqualTo(1);
        world.slot(DAY);
        assertThat(leaves()).isEqualTo(1);
    }

    @Test
    void fourRatersCloseNothing() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 30, true);
        for (int n = 1; n <= 4; n++) {
            world.rate(window, CGK, DAY, n, 1 + n % 5);
        }

        world.slot(DAY);

        assertThat(leaves()).isZero();
        assertThat(world.events()).isEmpty();
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(4, 4, 0, 0, 0));
    }

    @Test
    void aThousandUncountedRatingsCloseNothing() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 30, true);
        world.serve(window, CGK, DAY, 1_000, 1_500, false);
        for (int n = 1; n <= 4; n++) {
            world.rate(window, CGK, DAY, n, 5);
            // further matters of the same visit
            world.rate(window, world.rating(window, CGK, DAY, n, "M-2", 5));
            world.rate(window, world.rating(window, CGK, DAY, n, "M-3", 5));
        }
        for (int n = 1_000; n < 1_500; n++) {
            world.rate(window, CGK, DAY, n, 5); // made by a clerk, confirmed by nobody
        }
        for (int n = 2_000; n < 2_500; n++) {
            world.rate(window, CGK, DAY, n, 5); // of visits that nobody ever registered
        }

        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(6)); day = day.plusDays(1)) {
            world.slot(day);
        }

        assertThat(leaves()).isZero();
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(1_012, 1_012, 0, 0, 0));
    }

    /** Four people with three matters each, one of them per slot, and every time one other: they fill one gate, not three. */
    @Test
    void furtherMattersOfAVisitFillNoLaterGate() {
        List<LocalDate> slots = List.of(DAY, DAY.plusDays(1), DAY.plusDays(4));
        String window = world.windowPassing(CGK, slots.toArray(LocalDate[]::new));
        for (int slot = 0; slot < slots.size(); slot++) {
            LocalDate day = slots.get(slot);
            world.serve(window, CGK, day, 1, 15, true);
            for (int n = 1; n <= 4; n++) {
                world.rate(window, world.rating(window, CGK, DAY, n, "M-" + (slot + 1), 5));
            }
            world.rate(window, CGK, day, 15, 1);
            world.slot(day);
        }

        assertThat(database.rows("select raters, ratings, slot from leaf"))
                .containsExactly(List.of("5", "5", "2026-03-19"));
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(15, 10, 5, 0, 0));

        // With enough others a later leaf closes; the further matters are in its sums, but no raters of it.
        LocalDate last = slots.getLast();
        for (int n = 5; n <= 7; n++) {
            world.rate(window, CGK, last, n, 5);
        }
        LocalDate next = Stream.iterate(last.plusDays(1), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && world.passes(window, CGK, day))
                .findFirst()
                .orElseThrow();
        world.slot(next);
        assertThat(database.rows("select raters, ratings from leaf order by slot"))
                .containsExactly(List.of("5", "5"), List.of("5", "13"));
    }

    @Test
    void unconfirmedRatingsWaitForTheirConfirmationAndGoAlongOnceItCannotComeAnyMore() {
        LocalDate monday = LocalDate.of(2026, 3, 23);
        String window = world.windowDrawn(true, monday, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        database.execute("update visit set confirmed = false where number like '%.6'");
        world.beginAt(LocalDate.of(2026, 3, 20));
        world.serve(window, CGK, monday, 1, 1, false);
        world.rate(window, CGK, monday, 1, 1);

        world.slot(monday);

        // Monday's rating may still be confirmed; that of Thursday cannot, it is summed but no rater
        assertThat(database.rows("select served, raters, ratings from leaf")).containsExactly(List.of("11", "5", "6"));
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(7, 1, 6, 0, 0));
    }

    @Test
    void withoutAnIndependentFeedTwiceAsManyAreNeeded() {
        String window = "W-UNFED-" + passingSuffix();
        world.window(window, CGK, false);
        world.serve(window, CGK, DAY, 1, 20, false);
        for (int n = 1; n <= 9; n++) {
            world.rate(window, CGK, DAY, n, 5);
        }
        world.slot(DAY);
        assertThat(leaves()).isZero();

        begin();
        world.window(window, CGK, false);
        world.serve(window, CGK, DAY, 1, 20, false);
        for (int n = 1; n <= 10; n++) {
            world.rate(window, CGK, DAY, n, 5);
        }
        world.slot(DAY);
        assertThat(leaves()).isEqualTo(1);
    }

    @Test
    void selfTestsAreTakenOutBeforeAnythingIsCounted() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 10, true);
        for (int n = 1; n <= 5; n++) {
            var rating = world.rating(window, CGK, DAY, n, "M-1", 5);
            world.rate(window, n < 5 ? rating : asTest(rating));
        }

        world.slot(DAY);

        assertThat(leaves()).isZero();
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(5, 4, 0, 0, 1));
        assertThat(database.number("select count(*) from visit where counted")).isEqualTo(1);
    }

    @Test
    void aBoxThatDoesNotOpenIsKeptAndCountedAndTheOthersGoOn() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.rate(window, CGK, DAY, 7, 1);
        String broken = world.damageOneBox(window);

        world.slot(DAY);

        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(7, 0, 6, 1, 0));
        assertThat(database.column("select encode(box, 'hex') from quarantine")).containsExactly(broken);
    }

    @Test
    void whatWasAcceptedStaysCountedWhenItsPartitionIsDropped() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.slot(DAY);
        IntakeBalance.Balance before = balance.now();

        world.beginAt(DAY.plusDays(7));
        int dropped = days.dropEmpty();

        assertThat(dropped).isPositive();
        assertThat(database.number("select count(*) from intake")).isZero();
        assertThat(balance.now()).isEqualTo(before).isEqualTo(new IntakeBalance.Balance(6, 0, 6, 0, 0));
    }

    private static RatingRecord asTest(RatingRecord rating) {
        return rating.withMarks(new Marks(Validity.TEST, Set.of(), false, false));
    }

    private long leaves() {
        return database.number("select count(*) from leaf");
    }

    private int passingSuffix() {
        return IntStream.range(0, 100)
                .filter(n -> world.passes("W-UNFED-" + n, CGK, DAY))
                .findFirst()
                .orElseThrow();
    }
}
