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
    private static final LocalDate FRIDAY = DAY.plusDays(1);

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

    @ParameterizedTest
    @ValueSource(strings = {"PLACE", "CONTESTED", "SECOND", "TELEPHONE", "THIRD_PARTY"})
    void fiveTicketsOfAStreamCloseWithoutAnybodyServedAndFourDoNot(String stream) throws JsonProcessingException {
        world.beginAt(FRIDAY);
        String five = passing(stream, CGK, FRIDAY);
        String four = passing(stream, CGK, FRIDAY);
        world.tickets(stream, five, CGK, FRIDAY, 5, 1, 4, 3, 5);
        world.tickets(stream, four, CGK, FRIDAY, 5, 1, 4, 3);

        world.slot(FRIDAY);

        assertThat(database.rows(
                        "select stream, scope, place, served, raters, ratings, valid, poor, first_week from leaf"))
                .containsExactly(List.of(stream, "WINDOW", five, "0", "5", "5", "5", "1", "2026-W12"));
        assertThat(database.column("select distinct stream from rating")).containsExactly(stream);
        assertThat(world.events()).hasSize(1);
        JsonNode event = json.readTree(world.events().getFirst());
        assertThat(event.path("stream").asText()).isEqualTo(stream);
        assertThat(event.path("caseNumbers")).hasSize(1);
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(9, 4, 5, 0, 0));
    }

    @Test
    void oneTicketThatRatedFiveTimesIsOneRater() {
        String place = passing(Streams.PLACE, CGK, FRIDAY);
        world.beginAt(FRIDAY);
        world.tickets(Streams.PLACE, place, CGK, FRIDAY, 5, 5, 4, 3);
        RatingRecord fourth = world.ticket(Streams.PLACE, place, CGK, FRIDAY, 4, 3);
        world.rate(place, Altered.ofMatter(fourth, "M-2"));
        world.rate(place, Altered.ofMatter(fourth, "M-3"));

        world.slot(FRIDAY);

        assertThat(database.number("select count(*) from leaf")).isZero();
    }

    /** At one window, with four of each stream, and any number of scans: nothing fills another's gate. */
    @Test
    void aFloodOfOneStreamOpensNoGateOfAnother() {
        String window = Stream.generate(() -> "W-" + UUID.randomUUID())
                .filter(code -> Stream.of(Streams.VISIT, Streams.PLACE)
                        .allMatch(stream -> world.passes(PoolKey.ofWindow(code, CGK, stream), FRIDAY)))
                .findFirst()
                .orElseThrow();
        world.window(window, CGK, true);
        world.beginAt(FRIDAY);
        world.serve(window, CGK, FRIDAY, 1, 30, true);
        for (int n = 1; n <= 4; n++) {
            world.rate(window, CGK, FRIDAY, n, n);
        }
        world.tickets(Streams.CONTESTED, window, CGK, FRIDAY, 1, 5, 5, 5);
        world.tickets(Streams.SECOND, window, CGK, FRIDAY, 1, 5, 5, 5);
        for (int n = 1; n <= 200; n++) {
            world.rate(window, world.ticket(Streams.PLACE, window, CGK, FRIDAY, n, 1 + n % 5));
        }

        world.slot(FRIDAY);

        assertThat(database.rows("select stream, raters, ratings from leaf"))
                .containsExactly(List.of("PLACE", "200", "200"));
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(212, 12, 200, 0, 0));
    }

    /** A survey names a unit, not a window; a pool is kept by the unit that owned the place when people were served. */
    @Test
    void aUnitsOwnCodeIsAPlaceTooAndEachOwnerHasLeavesOfItsOwn() {
        List<LocalDate> fridays = fridaysOnWhich(
                PoolKey.ofWindow(ZGK, ZGK, Streams.TELEPHONE), PoolKey.ofWindow(ZGK, CGK, Streams.TELEPHONE));
        LocalDate friday = fridays.getFirst();
        world.beginAt(friday);
        world.tickets(Streams.TELEPHONE, ZGK, ZGK, friday, 5, 5, 4, 4, 2);
        for (int n = 10; n < 15; n++) {
            world.rate(ZGK, world.ticket(Streams.TELEPHONE, ZGK, CGK, friday, n, 5));
        }

        world.slot(friday);

        assertThat(database.rows("select place, place_name, owner_unit, raters, poor from leaf order by owner_unit"))
                .containsExactly(List.of(ZGK, "资管科", CGK, "5", "0"), List.of(ZGK, "资管科", ZGK, "5", "1"));
    }

    @Test
    void whatPlacesLeftOverGoesUpTheTreeApartFromVisits() {
        LocalDate slot = Stream.iterate(DAY, day -> day.plusDays(14))
                .filter(day -> world.passes(new PoolKey(Scope.SECTION_REST, null, CGK, Streams.PLACE), day))
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
                .containsExactly(Arrays.asList("PLACE", "SECTION_REST", null, "成果科其余评价点", "0", "6", "2"));
    }

    /** Whoever contests two matters of one visit is one rater, in whichever leaf comes first. */
    @Test
    void aVisitContestedTwiceFillsOneGate() {
        String window = passing(Streams.CONTESTED, CGK, FRIDAY, DAY.plusDays(4));
        world.window(window, CGK, true);
        world.beginAt(FRIDAY);
        world.serve(window, CGK, FRIDAY, 1, 6, true);
        for (int n = 1; n <= 5; n++) {
            world.rate(window, Altered.contested(world.rating(window, CGK, FRIDAY, n, "M-1", 5)));
        }
        world.slot(FRIDAY);
        for (int n = 1; n <= 5; n++) {
            world.rate(window, Altered.contested(world.rating(window, CGK, FRIDAY, n, "M-2", 5)));
        }

        world.slot(DAY.plusDays(4));

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

    private List<LocalDate> fridaysOnWhich(PoolKey... pools) {
        return Stream.iterate(FRIDAY, day -> day.plusDays(7))
                .limit(20)
                .filter(day -> Arrays.stream(pools).allMatch(pool -> world.passes(pool, day)))
                .toList();
    }
}
