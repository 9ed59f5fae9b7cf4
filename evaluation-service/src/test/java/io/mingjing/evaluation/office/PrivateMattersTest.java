package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.Altered;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.office.domain.IntegrityState;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Integrity matters reach discipline, the chip the city office, the radar's flags both sides of the city; every look is recorded. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PrivateMattersTest {

    private static final String DISCIPLINE = "discipline@GY";

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;
    private String window = "";

    PrivateMattersTest(MixingWorld world, OfficeWorld office, SuperUser database) {
        this.world = world;
        this.office = office;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        office.begin();
        window = world.windowDrawn(true, DAY, OfficeWorld.CGK);
        world.sixOfTwelve(window, OfficeWorld.CGK, DAY);
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void disciplineSeesAnIntegrityMatterAtOnceAndItsStepsFollowItIntoTheLeaf() {
        world.rate(window, Altered.withNote(Altered.withReasons(rating(7, 1), "115", "J001"), "让我请吃饭"));

        Response pending = OfficeWorld.as("纪", DISCIPLINE).get("/api/v1/integrity-matters/pending");
        pending.then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].place", equalTo(window))
                .body("items[0].reasons", equalTo(List.of("J001")))
                .body("items[0].note", equalTo("让我请吃饭"))
                .body("items[0].steps", hasSize(0));
        String id = pending.path("items[0].id");
        step("纪", DISCIPLINE, id, "TAKEN").then().statusCode(201);
        step("纪", "oversight@GY", id, "TAKEN").then().statusCode(403);
        step("纪", DISCIPLINE, (id.charAt(0) == '0' ? "1" : "0") + id.substring(1), "TAKEN")
                .then()
                .statusCode(404);
        step("纪", DISCIPLINE, "nonsense", "TAKEN").then().statusCode(404);

        world.slot(DAY);

        OfficeWorld.as("纪", DISCIPLINE)
                .get("/api/v1/integrity-matters/pending")
                .then()
                .body("items", hasSize(0));
        for (String post : List.of(DISCIPLINE, "oversight@GY")) {
            OfficeWorld.as("某某", post)
                    .get("/api/v1/integrity-matters")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].id", equalTo(id))
                    .body("items[0].steps[0].state", equalTo("TAKEN"))
                    .body("items[0].steps[0].by", equalTo("纪"));
        }
        step("纪", DISCIPLINE, id, "VERIFIED").then().statusCode(201);
        step("纪", DISCIPLINE, id, "CHECKING").then().statusCode(409).body("state", equalTo("VERIFIED"));
        assertThat(database.column("select distinct octet_length(seal) from integrity_step"))
                .hasSize(1);
        assertThat(database.number("select count(*) from audit where action like 'INTEGRITY%VIEWED'"))
                .isEqualTo(4);
        assertThat(database.number("select count(*) from audit a where a::text like '%吃饭%' or a::text like '%核实中%'"))
                .isZero();
    }

    @Test
    void twoEqualMattersAreTwoBeforeAndInTheLeafAndOneMoreIsAThird() {
        world.rate(window, Altered.withReasons(rating(7, 1), "J001"));
        String closed = integrity("/pending").path("items[0].id");
        step("纪", DISCIPLINE, closed, "VERIFIED").then().statusCode(201);

        world.rate(window, Altered.withReasons(rating(8, 1), "J001"));
        List<String> both = namesOf(integrity("/pending"), closed);
        world.slot(DAY);
        assertThat(namesOf(integrity(""), closed)).containsExactlyInAnyOrderElementsOf(both);

        world.rate(window, Altered.withReasons(rating(9, 1), "J001"));
        Response third = integrity("/pending");
        third.then().body("items", hasSize(1)).body("items[0].steps", hasSize(0));
        assertThat(both).doesNotContain(third.<String>path("items[0].id"));
        assertThat(namesOf(integrity(""), closed)).containsExactlyInAnyOrderElementsOf(both);
    }

    /** Two, of which one is closed and nothing was done about the other. */
    private static List<String> namesOf(Response two, String closed) {
        two.then()
                .body("items", hasSize(2))
                .body("items.find { it.id == '" + closed + "' }.steps", hasSize(1))
                .body("items.find { it.id != '" + closed + "' }.steps", hasSize(0));
        return two.path("items.id");
    }

    private static Response integrity(String which) {
        return OfficeWorld.as("纪", DISCIPLINE).get("/api/v1/integrity-matters" + which);
    }

    /** Neither a page of those that wait nor one of those in leaves opens what it does not show, however much there is. */
    @Test
    void whatIsNotShownIsNotOpened() {
        world.rate(window, Altered.withReasons(rating(7, 1), "J001"));
        world.slot(DAY);
        world.rate(window, Altered.withReasons(rating(8, 1), "J001"));
        database.execute("""
                insert into private_item (id, kind, mark, seal)
                values ('ffffffff-ffff-4fff-bfff-ffffffffffff', 'INTEGRITY', 2000, '\\x00')""");

        integrity("/pending").then().statusCode(200).body("items", hasSize(1));
        assertThat(database.number("select count(distinct mark) from private_item"))
                .isEqualTo(2);
        assertThat(database.number("select count(*) from private_item where mark between 0 and 15"))
                .isEqualTo(1);
    }

    @Test
    void theSameStepTwiceIsNotedOnce() {
        world.rate(window, Altered.withReasons(rating(7, 1), "J001"));
        String id = OfficeWorld.as("纪", DISCIPLINE)
                .get("/api/v1/integrity-matters/pending")
                .path("items[0].id");
        for (int time = 0; time < 2; time++) {
            OfficeWorld.as("纪", DISCIPLINE)
                    .header("Idempotency-Key", "once")
                    .body(Map.of("state", "TAKEN", "words", "已受理"))
                    .post("/api/v1/integrity-matters/" + id + "/steps")
                    .then()
                    .statusCode(201);
        }
        assertThat(database.number("select count(*) from integrity_step")).isEqualTo(1);
        byte[] guessed = Idempotency.hash(List.of(id, IntegrityState.TAKEN, "已受理"));
        assertThat(database.column("select encode(payload_hash, 'hex') from idempotency"))
                .as("sealed words cannot be guessed at by what lies beside them")
                .hasSize(1)
                .doesNotContain(HexFormat.of().formatHex(guessed));
    }

    @Test
    void theChipIsCountedPerPlaceAndDayBeforeAndAfter() {
        world.rate(window, Altered.coerced(rating(7, 5)));
        world.rate(window, Altered.coerced(rating(8, 5)));

        chips().then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].place", equalTo(window))
                .body("items[0].day", equalTo("2026-03-19"))
                .body("items[0].pending", equalTo(2))
                .body("items[0].mixed", equalTo(0));
        world.slot(DAY);
        chips().then().body("items[0].pending", equalTo(0)).body("items[0].mixed", equalTo(2));

        assertThat(database.column("select coalesce(mark, -1) from private_item where kind = 'COERCION'"))
                .as("equal chips do not show as equal")
                .containsExactly("-1", "-1");
        assertThat(database.number("select count(*) from audit where action = 'COERCIONS_VIEWED'"))
                .isEqualTo(2);
    }

    @Test
    void theRadarShowsBothCountsPerPlaceAndDayAndPerLeaf() {
        world.rate(window, Altered.flagged(rating(7, 5), "FAST"));
        world.rate(window, Altered.flagged(rating(8, 5), "FAST", "NITE"));

        for (String post : List.of(OfficeWorld.OFFICE, "oversight@GY")) {
            OfficeWorld.as("某某", post)
                    .get("/api/v1/pending-flags")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].ratings", equalTo(8))
                    .body("items[0].flagged", equalTo(2))
                    .body("items[0].flags", equalTo(Map.of("FAST", 2, "NITE", 1)));
        }
        OfficeWorld.office("甲").get("/api/v1/leaf-flags").then().body("items", hasSize(0));
        world.slot(DAY);

        OfficeWorld.as("某某", "oversight@GY")
                .get("/api/v1/leaf-flags")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].ratings", equalTo(8))
                .body("items[0].flags", equalTo(Map.of("FAST", 2, "NITE", 1)));
        assertThat(database.number("select ratings from leaf"))
                .as("nothing is deleted")
                .isEqualTo(8);
        assertThat(database.number("select count(*) from audit where action = 'PENDING_FLAGS_VIEWED'"))
                .isEqualTo(2);
    }

    @Test
    void pendingPoorRatingsShowFlagsAndHowLongTheyWait() {
        world.rate(window, Altered.flagged(rating(7, 1), "FAST"));

        OfficeWorld.office("甲")
                .get("/api/v1/pending-ratings")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items.findAll { it.flags == ['FAST'] }", hasSize(1))
                .body("items[0].waited", equalTo(0));
    }

    private RatingRecord rating(int n, int level) {
        return world.rating(window, OfficeWorld.CGK, DAY, n, "M-1", level);
    }

    private static Response chips() {
        return OfficeWorld.office("甲").get("/api/v1/coercions");
    }

    private static Response step(String person, String post, String id, String state) {
        return OfficeWorld.as(person, post)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("state", state, "words", "核实中，已约谈"))
                .post("/api/v1/integrity-matters/" + id + "/steps");
    }
}
