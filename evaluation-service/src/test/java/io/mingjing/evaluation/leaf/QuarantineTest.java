package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.intake.application.IntakeDays;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance.Balance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A box that does not open is kept, told of without its place, and mixed once it opens; the books balance throughout. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class QuarantineTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final LocalDate EXPIRES = CodeLife.expDay(DAY);
    private static final String DAMAGED = "the box does not open with the key of its day and its row";

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final IntakeDays days;
    private String window = "";

    QuarantineTest(MixingWorld world, SuperUser database, IntakeBalance balance, IntakeDays days) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.days = days;
    }

    @BeforeEach
    void sevenOfWhichOneIsDamaged() {
        world.begin();
        window = world.windowPassing(CGK, DAY, DAY.plusDays(1));
        world.sixOfTwelve(window, CGK, DAY);
        world.rate(window, CGK, DAY, 7, 1);
        world.damageOneBox(window);
        world.slot(DAY);
        assertBalance(new Balance(7, 0, 6, 1, 0));
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void operationsOfTheCitySeeDayCauseAndCountAndNoPlace() {
        City.as("operations@GY")
                .get("/api/v1/quarantine")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0]", equalTo(Map.of("expDay", EXPIRES.toString(), "cause", DAMAGED, "boxes", 1)))
                .body("next", nullValue());
        database.execute("insert into quarantine select exp_day + 1, h, place, box, 'another' from quarantine");
        String next = City.as("operations@GY")
                .get("/api/v1/quarantine?limit=1")
                .then()
                .body("items.cause", equalTo(List.of(DAMAGED)))
                .extract()
                .path("next");
        City.as("operations@GY")
                .get("/api/v1/quarantine?limit=1&after=" + next)
                .then()
                .body("items.cause", equalTo(List.of("another")))
                .body("next", nullValue());
        City.as("operations@GY").get("/api/v1/quarantine?after=nonsense").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operations@GY-KJJ", "city_office@GY-YSB", "coordinator@GY-KJJ"})
    void nobodyElseDoes(String post) {
        City.as(post).get("/api/v1/quarantine").then().statusCode(403);
        City.as(post)
                .body(Map.of("from", DAY.toString(), "to", EXPIRES.toString()))
                .post("/api/v1/quarantine/retries")
                .then()
                .statusCode(403);
        assertThat(database.number("select count(*) from audit where action = 'QUARANTINE_RETRIED'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"from\":\"2026-03-21\"}",
                "{\"from\":\"2026-03-22\",\"to\":\"2026-03-21\"}",
                "{\"from\":\"soon\",\"to\":\"2026-03-21\"}",
                "[]",
                ""
            })
    void aRangeThatIsNoneIsRefused(String body) {
        City.as("operations@GY")
                .body(body)
                .post("/api/v1/quarantine/retries")
                .then()
                .statusCode(400);
        assertBalance(new Balance(7, 0, 6, 1, 0));
    }

    @Test
    void whatStillDoesNotOpenStaysAndTheTryIsAudited() {
        retry(DAY, EXPIRES)
                .body("released", equalTo(0))
                .body("shut", equalTo(1))
                .body("more", equalTo(false));

        assertBalance(new Balance(7, 0, 6, 1, 0));
        assertThat(database.rows("select action, post, to_value, why from audit where aggregate = 'quarantine'"))
                .containsExactly(
                        List.of("QUARANTINE_RETRIED", "operations@GY", "2026-03-19/2026-03-22", "released 0, shut 1"));
    }

    @Test
    void aBoxThatOpensNowIsPendingAgainAndMixedOnce() {
        mend();
        retry(EXPIRES.plusDays(1), EXPIRES.plusDays(9)).body("released", equalTo(0));
        retry(EXPIRES, EXPIRES).body("released", equalTo(1)).body("shut", equalTo(0));

        assertBalance(new Balance(7, 1, 6, 0, 0));
        retry(EXPIRES, EXPIRES).body("released", equalTo(0));

        LocalDate friday = DAY.plusDays(1);
        world.serve(window, CGK, friday, 1, 12, true);
        for (int n = 1; n <= 5; n++) {
            world.rate(window, CGK, friday, n, 5);
        }
        world.slot(friday);
        assertBalance(new Balance(12, 0, 12, 0, 0));
        assertThat(database.column("select ratings from leaf order by slot")).containsExactly("6", "6");
    }

    @Test
    void whereItsPartitionIsGoneOneIsOpenedAnewAndDroppedAgainOnceItIsEmpty() {
        mend();
        world.slot(EXPIRES.plusDays(3));
        world.beginAt(EXPIRES.plusDays(5));
        assertThat(days.dropEmpty()).isPositive();
        assertThat(database.number("select count(*) from intake")).isZero();
        assertBalance(new Balance(7, 0, 6, 1, 0));

        retry(EXPIRES, EXPIRES).body("released", equalTo(1));

        assertBalance(new Balance(7, 1, 6, 0, 0));
        assertThat(days.dropEmpty()).as("it holds a rating").isZero();

        world.serve(window, CGK, EXPIRES.plusDays(5), 1, 12, true);
        for (int n = 1; n <= 5; n++) {
            world.rate(window, CGK, EXPIRES.plusDays(5), n, 5);
        }
        for (LocalDate day = EXPIRES.plusDays(5); database.number("select count(*) from leaf") < 2; ) {
            day = day.plusDays(1);
            world.slot(day);
        }
        assertBalance(new Balance(12, 0, 12, 0, 0));
        assertThat(days.dropEmpty()).isPositive();
        assertBalance(new Balance(12, 0, 12, 0, 0));
    }

    /** The bit that was flipped is flipped back, as if the right key had come. */
    private void mend() {
        database.execute("update quarantine set box = set_byte(box, 100, get_byte(box, 100) # 1)");
    }

    private void assertBalance(Balance expected) {
        assertThat(balance.now()).isEqualTo(expected);
        assertThat(balance.recount()).isEqualTo(expected);
        assertThat(expected.balanced()).isTrue();
    }

    private static ValidatableResponse retry(LocalDate from, LocalDate to) {
        return City.as("operations@GY")
                .body(Map.of("from", from.toString(), "to", to.toString()))
                .post("/api/v1/quarantine/retries")
                .then()
                .statusCode(200);
    }
}
