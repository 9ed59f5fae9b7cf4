package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Scope;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A leaf sums one stream: what came with a place code, a contest, an outcome or a survey has leaves of its own. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class StreamsTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final String ZGK = "GY-KJJ-ZGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final ObjectMapper json;

    StreamsTest(MixingWorld world, SuperUser database, IntakeBalance balance, ObjectMapper json) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.json = json;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    /** Nor in the ten days before, at the place or in its section: they wait for the whole bureau. */
    @ParameterizedTest
    @ValueSource(strings = {"PLACE", "SECOND", "TELEPHONE", "THIRD_PARTY"})
    void fiveTicketsOfAStreamCloseForTheirBureauWithoutAnybodyServedAndFourDoNot(String stream)
            throws JsonProcessingException {
        world.unit("GY-WSJ", "另一个局（演示）", "BUREAU", "GY");
        LocalDate sections = DAY.minusDays(14);
        world.beginAt(sections);
        String five = passing(stream, CGK, sections, DAY);
        String four = passing(stream, "GY-WSJ", sections, DAY);
        world.tickets(stream, five, CGK, sections, 5, 1, 4, 3, 5);
        world.tickets(stream, four, "GY-WSJ", sections, 5, 1, 4, 3);

        world.slot(sections);
        assertThat(database.number("select count(*) from leaf")).isZero();
        world.slot(DAY);

        assertThat(database.rows(
                        "select stream, scope, owner_unit, served, raters, ratings, valid, poor, first_week from leaf"
                                + " where place is null"))
                .containsExactly(List.of(stream, "BUREAU_REST", "GY-KJJ", "0", "5", "5", "5", "1", "2026-W10"));
        assertThat(database.column("select distinct stream from rating")).containsExactly(stream);
        assertThat(world.events()).hasSize(1);
        JsonNode event = json.readTree(world.events().getFirst());
        assertThat(event.path("stream").asText()).isEqualTo(stream);
        assertThat(event.path("caseNumbers")).hasSize(1);
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(9, 4, 5, 0, 0));
    }

    @Test
    void oneTicketThatRatedFiveTimesIsOneRater() {
        String place = passing(Streams.PLACE, CGK, DAY);
        world.tickets(Streams.PLACE, place, CGK, DAY, 5, 5, 4, 3);
        RatingRecord fourth = world.ticket(Streams.PLACE, place, CGK, DAY, 4, 3);
        world.rate(place, Altered.ofMatter(fourth, "M-2"));
        world.rate(place, Altered.ofMatter(fourth, "M-3"));

        world.slot(DAY);

        assertThat(database.number("select count(*) from leaf")).isZero();
    }

    /** At one window, with four of each stream, and any number of scans: nothing fills another's gate. */
    @Test
    void aFloodOfOneStreamOpensNoGateOfAnother() {
        String window = Stream.generate(() -> "W-" + UUID.randomUUID())
                .filter(code -> Stream.of(Streams.VISIT, Streams.PLACE)
                        .allMatch(stream -> world.passes(PoolKey.ofWindow(code, CGK, stream), DAY)))
                .findFirst()
                .orElseThrow();
        world.window(window, CGK, true);
        world.serve(window, CGK, DAY, 1, 30, true);
        for (int n = 1; n <= 4; n++) {
            world.rate(window, CGK, DAY, n, n);
        }
        world.tickets(Streams.CONTESTED, window, CGK, DAY, 1, 5, 5, 5);
        world.tickets(Streams.SECOND, window, CGK, DAY, 1, 5, 5, 5);
        for (int n = 1; n <= 200; n++) {
            world.rate(window, world.ticket(Streams.PLACE, window, CGK, DAY, n, 1 + n % 5));
        }

        world.slot(DAY);

        assertThat(database.rows("select stream, scope, raters, ratings from leaf"))
                .containsExactly(List.of("PLACE", "BUREAU_REST", "200", "200"));
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(212, 12, 200, 0, 0));
    }

    /** A survey names a unit, not a window; all units of a bureau lie in one leaf, and other bureaus in theirs. */
    @Test
    void aUnitsOwnCodeIsAPlaceTooAndEachBureauHasALeafOfItsOwn() {
        world.unit("GY-WSJ", "另一个局（演示）", "BUREAU", "GY");
        LocalDate slot = twentieths()
                .filter(day -> world.passes(bureau("GY-KJJ", Streams.TELEPHONE), day)
                        && world.passes(PoolKey.ofWindow(ZGK, "GY-WSJ", Streams.TELEPHONE), day))
                .findFirst()
                .orElseThrow();
        world.beginAt(slot);
        world.tickets(Streams.TELEPHONE, ZGK, ZGK, slot, 5, 4, 2);
        for (int n = 10; n < 13; n++) {
            world.rate(ZGK, world.ticket(Streams.TELEPHONE, ZGK, CGK, slot, n, 5));
        }
        for (int n = 20; n < 25; n++) {
            world.rate(ZGK, world.ticket(Streams.TELEPHONE, ZGK, "GY-WSJ", slot, n, 5));
        }

        world.slot(slot);

        assertThat(database.rows("select owner_unit, raters, poor from leaf order by owner_unit"))
                .containsExactly(List.of("GY-KJJ", "6", "1"), List.of("GY-WSJ", "5", "0"));
    }

    @Test
    void whatPlacesCollectGoesUpTheTreeApartFromVisits() {
        LocalDate slot = twentieths()
                .filter(day -> world.passes(bureau("GY-KJJ", Streams.PLACE), day))
                .findFirst()
                .orElseThrow();
        world.beginAt(slot);
        for (String place : List.of("DOOR-1", "DOOR-2")) {
            world.tickets(Streams.PLACE, place, CGK, slot, 5, 4, 1);
        }
        String window = world.windowDrawn(true, slot, CGK);
        world.serve(window, CGK, slot, 1, 12, true);
        world.rate(window, CGK, slot, 1, 5);

        world.slot(slot);

        assertThat(database.rows("select stream, scope, place, place_name, served, raters, poor from leaf"))
                .containsExactly(Arrays.asList("PLACE", "BUREAU_REST", null, "广元市科学技术局各评价点", "0", "6", "2"));
    }

    /** A clerk makes visits, rates them and contests what he rated: none of it hides or shows the one who really came. */
    @Test
    void contestedVisitsThatTheFeedDoesNotConfirmFillNoGate() {
        LocalDate visited = DAY.minusDays(7);
        String window = passing(Streams.CONTESTED, CGK, DAY);
        world.window(window, CGK, true);
        world.serve(window, CGK, visited, 1, 4, true);
        world.serve(window, CGK, visited, 5, 30, false);
        for (int n = 1; n <= 30; n++) {
            world.rate(window, Altered.contested(world.rating(window, CGK, visited, n, "M-1", 5)));
        }

        world.slot(DAY);

        assertThat(database.number("select count(*) from leaf")).isZero();
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(30, 30, 0, 0, 0));
    }

    /** Whoever contests two matters of one visit is one rater, in whichever leaf comes first. */
    @Test
    void aVisitContestedTwiceFillsOneGate() {
        LocalDate later = DAY.plusDays(28);
        String window = passing(Streams.CONTESTED, CGK, DAY, later);
        world.window(window, CGK, true);
        world.serve(window, CGK, DAY, 1, 6, true);
        for (int n = 1; n <= 5; n++) {
            world.rate(window, Altered.contested(world.rating(window, CGK, DAY, n, "M-1", 5)));
        }
        world.slot(DAY);
        for (int n = 1; n <= 5; n++) {
            world.rate(window, Altered.contested(world.rating(window, CGK, DAY, n, "M-2", 5)));
        }

        world.slot(later);

        assertThat(database.rows("select stream, raters from leaf")).containsExactly(List.of("CONTESTED", "5"));
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(10, 5, 5, 0, 0));
    }

    /** A place whose draw passes for a stream; its name is nobody's business here. */
    private String passing(String stream, String owner, LocalDate... days) {
        return Stream.generate(() -> "P-" + UUID.randomUUID())
                .filter(code ->
                        Arrays.stream(days).allMatch(day -> world.passes(PoolKey.ofWindow(code, owner, stream), day)))
                .findFirst()
                .orElseThrow();
    }

    /** Days on which bureaus gather, by the provisional calendar. */
    private static Stream<LocalDate> twentieths() {
        return Stream.iterate(DAY, day -> day.plusDays(28)).limit(40);
    }

    private static PoolKey bureau(String unit, String stream) {
        return new PoolKey(Scope.BUREAU_REST, null, unit, stream);
    }
}
