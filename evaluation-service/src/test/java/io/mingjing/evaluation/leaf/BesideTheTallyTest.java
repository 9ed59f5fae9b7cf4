package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.City;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.application.LeafNotes;
import io.mingjing.evaluation.leaf.application.PrivateMatters;
import io.mingjing.evaluation.leaf.application.PrivateMatters.Told;
import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import io.mingjing.evaluation.leaf.domain.RaterNote;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.evaluation.leaf.persistence.LeafFlags;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes with ratings and is in no count: invalid ones, integrity reasons, the chip, the radar's flags, words. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class BesideTheTallyTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final ObjectMapper json;
    private final PrivateMatters privately;
    private final LeafNotes notes;
    private final LeafFlags flags;
    private String window = "";

    BesideTheTallyTest(
            MixingWorld world,
            SuperUser database,
            IntakeBalance balance,
            ObjectMapper json,
            PrivateMatters privately,
            LeafNotes notes,
            LeafFlags flags) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.json = json;
        this.privately = privately;
        this.notes = notes;
        this.flags = flags;
    }

    @BeforeEach
    void begin() {
        world.begin();
        window = world.windowDrawn(true, DAY, CGK);
    }

    @AfterEach
    void end() {
        world.end();
    }

    @ParameterizedTest
    @EnumSource(names = {"FRAUD", "OUTSIDE_WINDOW"})
    void oneThatIsNotValidKeepsItsRowAndReceiptAndIsInNoFigure(Validity validity) throws JsonProcessingException {
        world.sixOfTwelve(window, CGK, DAY);
        world.rate(window, Altered.as(validity, rating(7, 1)));

        world.slot(DAY);

        assertThat(database.rows("select ratings, valid, total, raters, poor, levels, reasons ->> '108' from leaf"))
                .containsExactly(Arrays.asList("7", "6", null, "6", "2", "{1,1,1,1,2}", "1"));
        assertThat(database.rows("select validity, count(*) from rating group by 1 order by 2"))
                .containsExactly(List.of(validity.name(), "1"), List.of("VALID", "6"));
        assertThat(database.number("select count(*) from receipt")).isEqualTo(7);
        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(7, 0, 7, 0, 0));
        JsonNode event = json.readTree(world.events().getFirst());
        assertThat(event.path("valid").asLong()).isEqualTo(6);
        assertThat(event.path("ratings").isMissingNode()
                        || event.path("ratings").isNull())
                .isTrue();
        assertThat(event.path("caseNumbers")).hasSize(2);
        City.as("section@" + CGK)
                .get("/api/v1/leaves")
                .then()
                .body("items[0].valid", Matchers.equalTo(6))
                .body("items[0].ratings", Matchers.nullValue())
                .body("items[0].hidden", Matchers.equalTo("样本不足，并入更大范围公布"));
    }

    @Test
    void thoseThatAreNotValidFillNoGate() {
        world.serve(window, CGK, DAY, 1, 30, true);
        for (int n = 1; n <= 4; n++) {
            world.rate(window, CGK, DAY, n, 5);
        }
        for (int n = 5; n <= 20; n++) {
            world.rate(window, Altered.as(Validity.FRAUD, rating(n, 5)));
        }

        world.slot(DAY);

        assertThat(database.number("select count(*) from leaf")).isZero();
    }

    @Test
    void unitsThatAnswerForTheProcedureAreTalliedLikeMatters() {
        world.serve(window, CGK, DAY, 1, 12, true);
        for (int n = 1; n <= 6; n++) {
            world.rate(window, Altered.ofUnit(rating(n, 5), n < 6 ? "GY-KJJ" : "GY-KJJ-ZGK"));
        }

        world.slot(DAY);

        assertThat(database.column("select matter_units::text from leaf"))
                .containsExactly("{\"OTHER\": 1, \"GY-KJJ\": 5}");
        assertThat(database.column("select distinct matter_unit from rating")).containsExactly((String) null);
        City.as("section@" + CGK)
                .get("/api/v1/leaves")
                .then()
                .body("items[0].matterUnits", Matchers.equalTo(Map.of("OTHER", 1, "GY-KJJ", 5)));
    }

    @Test
    void integrityReasonsGoToDisciplineAndLeaveNoTraceInTheLeaf() {
        world.sixOfTwelve(window, CGK, DAY);
        RatingRecord told = Altered.withNote(Altered.withReasons(rating(7, 1), "J001", "115", "J002"), "收了红包");
        world.rate(window, told);

        world.slot(DAY);

        assertThat(privately.page(Kind.INTEGRITY, null, 10))
                .singleElement()
                .extracting(Told::matter)
                .isEqualTo(
                        new PrivateMatter(Kind.INTEGRITY, window, CGK, CGK, DAY, 1, List.of("J001", "J002"), "收了红包"));
        assertThat(privately.page(Kind.COERCION, null, 10)).isEmpty();
        assertThat(database.rows("select poor, reasons ->> '115', reasons ? 'J001' from leaf"))
                .containsExactly(List.of("3", "1", "f"));
        assertThat(database.number("select count(*) from rating where reasons && '{J001,J002}'"))
                .isZero();
        assertThat(database.number("select count(*) from note")).isZero();
        assertThat(world.events()).hasSize(1).noneMatch(event -> event.contains("J00"));
    }

    @Test
    void theChipChangesNoCountAndReachesTheCityOfficeAlone() {
        world.sixOfTwelve(window, CGK, DAY);
        world.rate(window, Altered.coerced(rating(7, 5)));

        world.slot(DAY);

        assertThat(privately.page(Kind.COERCION, null, 10))
                .singleElement()
                .extracting(Told::matter)
                .isEqualTo(new PrivateMatter(Kind.COERCION, window, CGK, CGK, DAY, 5, List.of(), null));
        assertThat(database.rows("select valid, levels from leaf")).containsExactly(List.of("7", "{1,1,1,1,3}"));
        assertThat(database.column("select distinct octet_length(context) from rating"))
                .hasSize(1);
    }

    @Test
    void privateMattersLieInAnOrderOfChanceAndAreOfOneLength() {
        world.serve(window, CGK, DAY, 1, 40, true);
        for (int n = 1; n <= 30; n++) {
            RatingRecord one = Altered.coerced(rating(n, 1 + n % 5));
            world.rate(window, n % 2 == 0 ? one : Altered.withReasons(Altered.withNote(one, "话".repeat(n)), "J003"));
        }

        world.slot(DAY);

        assertThat(database.number("select count(*) from private_item")).isEqualTo(45);
        assertThat(database.column("select id from private_item order by ctid"))
                .as("in the order of their random ids")
                .isEqualTo(database.column("select id from private_item order by id::text"));
        assertThat(database.column("select distinct octet_length(seal) from private_item"))
                .hasSize(1);
        List<UUID> first =
                privately.page(Kind.COERCION, null, 20).stream().map(Told::id).toList();
        List<UUID> rest = privately.page(Kind.COERCION, first.getLast(), 20).stream()
                .map(Told::id)
                .toList();
        assertThat(rest).hasSize(10).doesNotContainAnyElementsOf(first);
        assertThat(privately.find(first.getFirst())).isPresent();
        assertThat(privately.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatTheRadarNoticedIsCountedPerLeaf() {
        world.serve(window, CGK, DAY, 1, 12, true);
        for (int n = 1; n <= 6; n++) {
            RatingRecord one = rating(n, 5);
            world.rate(window, n < 3 ? Altered.flagged(one, "VEL") : n == 3 ? Altered.flagged(one, "VEL", "OUT") : one);
        }

        world.slot(DAY);

        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());
        assertThat(flags.of(leaf)).isEqualTo(Map.of("VEL", 3L, "OUT", 1L));
        assertThat(world.events()).noneMatch(event -> event.contains("VEL"));
    }

    @Test
    void theCityOfficeOpensALeafsWordsWithWhatTheyBelongTo() {
        world.sixOfTwelve(window, CGK, DAY);
        world.rate(window, Altered.verbatim(Altered.withNote(Altered.ofUnit(rating(7, 2), "GY-KJJ"), "跑了三趟")));
        world.rate(window, Altered.withNote(rating(8, 5), "谢谢"));

        world.slot(DAY);

        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());
        assertThat(notes.of(leaf))
                .extracting(RaterNote::words, RaterNote::verbatim, RaterNote::level, RaterNote::matterUnit)
                .containsExactlyInAnyOrder(tuple("跑了三趟", true, 2, "GY-KJJ"), tuple("谢谢", false, 5, CGK));
        assertThat(notes.of(UUID.randomUUID())).isEmpty();
    }

    private RatingRecord rating(int n, int level) {
        return world.rating(window, CGK, DAY, n, "M-1", level);
    }
}
