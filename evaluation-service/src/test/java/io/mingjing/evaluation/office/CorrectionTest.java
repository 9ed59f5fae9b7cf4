package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.office.application.CorrectionPublication;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Later decisions on validity: two people, the month's first slot, never fewer than k, and no leaf ever changes. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class CorrectionTest {

    private static final LocalDate NEXT = LocalDate.of(2026, 3, 20);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;
    private final CorrectionPublication publication;

    CorrectionTest(MixingWorld world, OfficeWorld office, SuperUser database, CorrectionPublication publication) {
        this.world = world;
        this.office = office;
        this.database = database;
        this.publication = publication;
    }

    @BeforeEach
    void begin() {
        office.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void anotherPersonConfirmsAndTheMonthsFirstSlotPublishes() {
        String leaf = leaf(OfficeWorld.CGK, 6);
        List<String> before = database.column("select leaf::text from leaf");
        String id = propose("甲", leaf, 5);

        decide("甲", id, "confirmation")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:evaluation:second-person"));
        decide("乙", id, "confirmation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("proposedBy", equalTo("甲"))
                .body("decidedBy", equalTo("乙"));
        decide("乙", id, "refusal").then().statusCode(409);
        world.slot(NEXT);
        lines("section@" + OfficeWorld.CGK, 0);

        world.slot(APRIL);
        publication.publish(APRIL);

        for (String post :
                List.of("section@" + OfficeWorld.CGK, "coordinator@GY-KJJ", "oversight@GY", OfficeWorld.OFFICE)) {
            OfficeWorld.as("某某", post)
                    .get("/api/v1/correction-lines")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].leafNumber", equalTo("叶-GY-KJJ-CGK-2026-0001"))
                    .body("items[0].ratings", equalTo(5))
                    .body("items[0].levels.'1'", equalTo(5))
                    .body("items[0].grounds", equalTo(Map.of("FRAUD", 5)))
                    .body("items[0].slot", equalTo("2026-04-01"))
                    .body("items[0].why", nullValue());
        }
        lines("section@" + OfficeWorld.ZGK, 0);
        assertThat(database.column("select leaf::text from leaf"))
                .as("the leaf itself")
                .isEqualTo(before);
        assertThat(database.number("select count(*) from rating where validity <> 'VALID'"))
                .isZero();
        assertThat(database.column("select action from audit where aggregate = 'correction:" + id + "' order by seq"))
                .containsExactly("CORRECTION_PROPOSED", "CORRECTION_CONFIRMED", "CORRECTION_PUBLISHED");
    }

    @Test
    void whatIsKilledBetweenIsPublishedOnce() {
        confirmed(leaf(OfficeWorld.CGK, 6), 5);
        for (String table : List.of("correction_line", "audit")) {
            office.killedAt(table, () -> publication.publish(APRIL));
            lines("coordinator@GY-KJJ", 0);
        }

        world.slot(APRIL);

        lines("coordinator@GY-KJJ", 1);
    }

    @Test
    void tooFewWaitUntilTheirBureauHasEnough() {
        String one = leaf(OfficeWorld.CGK, 6);
        confirmed(one, 2);
        world.slot(APRIL);
        lines("coordinator@GY-KJJ", 0);

        world.beginAt(APRIL);
        String other = database.column("select id from leaf").getFirst();
        confirmed(other, 3);
        world.slot(MAY);

        OfficeWorld.as("某某", "coordinator@GY-KJJ")
                .get("/api/v1/correction-lines")
                .then()
                .body("items", hasSize(1))
                .body("items[0].scope", equalTo("LEAF"))
                .body("items[0].ratings", equalTo(5));
    }

    @Test
    void sectionsDoNotReadWhatTheirBureauHasTogether() {
        String small = leaf(OfficeWorld.CGK, 3);
        confirmed(small, 3);
        String twoOfAnother = leafAlso(OfficeWorld.ZGK, 3);
        confirmed(twoOfAnother, 2);

        world.slot(APRIL);

        lines("section@" + OfficeWorld.CGK, 0);
        OfficeWorld.as("某某", "coordinator@GY-KJJ")
                .get("/api/v1/correction-lines")
                .then()
                .body("items", hasSize(1))
                .body("items[0].scope", equalTo("BUREAU"))
                .body("items[0].unit", equalTo("GY-KJJ"))
                .body("items[0].leafNumber", nullValue())
                .body("items[0].ratings", equalTo(5));
    }

    @Test
    void noMoreThanTheLeafHas() {
        String leaf = leaf(OfficeWorld.CGK, 6);
        propose("甲", leaf, 4);
        String refused = propose("甲", leaf, 2);
        claim("甲", leaf, 1).then().statusCode(422).body("violations[0].field", equalTo("ratings"));
        decide("乙", refused, "refusal").then().statusCode(200).body("state", equalTo("REFUSED"));
        claim("甲", leaf, 2).then().statusCode(201);
        OfficeWorld.office("甲")
                .body(Map.of("leaf", leaf, "level", 9, "ratings", 0, "ground", "FRAUD", "why", "x"))
                .post("/api/v1/corrections")
                .then()
                .statusCode(400)
                .body("violations", hasSize(2));
        OfficeWorld.office("甲")
                .body(Map.of("leaf", leaf, "level", 1, "ratings", 1, "ground", "FRAUD"))
                .post("/api/v1/corrections")
                .then()
                .statusCode(400);
    }

    @Test
    void theSameRequestTwiceProposesOnce() {
        String leaf = leaf(OfficeWorld.CGK, 6);
        for (int time = 0; time < 2; time++) {
            OfficeWorld.as("甲", OfficeWorld.OFFICE)
                    .header("Idempotency-Key", "once")
                    .body(body(leaf, 2))
                    .post("/api/v1/corrections")
                    .then()
                    .statusCode(201);
        }
        assertThat(database.number("select count(*) from correction")).isEqualTo(1);
    }

    /** A leaf of a section with so many poor ratings and as many good ones. */
    private String leaf(String owner, int poor) {
        office.leaf(owner, poor);
        world.slot(DAY);
        return database.column("select id from leaf where owner_unit = '" + owner + "'")
                .getFirst();
    }

    private String leafAlso(String owner, int poor) {
        String window = world.windowDrawn(true, NEXT, owner);
        world.serve(window, owner, NEXT, 1, 30, true);
        for (int n = 1; n <= 2 * poor; n++) {
            world.rate(window, owner, NEXT, n, n <= poor ? 1 : 5);
        }
        world.slot(NEXT);
        return database.column("select id from leaf where owner_unit = '" + owner + "'")
                .getFirst();
    }

    private void confirmed(String leaf, int ratings) {
        decide("乙", propose("甲", leaf, ratings), "confirmation").then().statusCode(200);
    }

    private static String propose(String person, String leaf, int ratings) {
        String location =
                claim(person, leaf, ratings).then().statusCode(201).extract().header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static Response claim(String person, String leaf, int ratings) {
        return OfficeWorld.office(person).body(body(leaf, ratings)).post("/api/v1/corrections");
    }

    private static Map<String, Object> body(String leaf, int ratings) {
        return Map.of("leaf", leaf, "level", 1, "ratings", ratings, "ground", "FRAUD", "why", "同一设备连续提交，经核实为虚假");
    }

    private static Response decide(String person, String id, String decision) {
        return OfficeWorld.office(person)
                .body(Map.of("why", "证据不足"))
                .post("/api/v1/corrections/" + id + "/" + decision);
    }

    private static void lines(String post, int many) {
        OfficeWorld.as("某某", post)
                .get("/api/v1/correction-lines")
                .then()
                .statusCode(200)
                .body("items", hasSize(many));
    }
}
