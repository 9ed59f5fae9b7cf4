package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.leaf.application.TaskOutcomes;
import io.mingjing.evaluation.leaf.domain.Outcome;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One second rating (追评) for a receipt, open to everybody in a leaf alike once its outcome is known. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SecondRatingTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final TaskOutcomes outcomes;
    private final TestClock clock;
    private final IntakeBalance balance;

    SecondRatingTest(
            MixingWorld world, SuperUser database, TaskOutcomes outcomes, TestClock clock, IntakeBalance balance) {
        this.world = world;
        this.database = database;
        this.outcomes = outcomes;
        this.clock = clock;
        this.balance = balance;
    }

    @BeforeEach
    void begin() {
        world.begin();
        database.execute("truncate second_offer");
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void itOpensWithTheCloseOfTheTaskAndCountsOnce() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY); // 5, 1, 4, 3, 2, 5
        String receipt = world.receipt(window, DAY, 2, "M-1");
        second(receipt, 5, null).then().statusCode(409).body("outcome", equalTo("NOT_OPEN"));
        world.slot(DAY);
        second(receipt, 5, null).then().statusCode(409);
        close(DAY.plusDays(5));

        second(receipt, 4, "好多了").then().statusCode(201).body("outcome", equalTo("TAKEN"));
        // Sent again, perhaps because the answer was lost, it is thanked for alike; the first one counts.
        second(receipt, 4, "好多了").then().statusCode(201).body("outcome", equalTo("TAKEN"));
        second(receipt, 1, "又不好").then().statusCode(201).body("outcome", equalTo("TAKEN"));

        assertThat(database.rows("select distinct exp_day, place from intake where box is not null"))
                .containsExactly(java.util.List.of(DAY.plusDays(5 + 33).toString(), window));
        assertThat(balance.now().balanced()).isTrue();
        assertThat(balance.now().pending()).isEqualTo(1);
    }

    @Test
    void theReceiptPageStaysTheSameForEverybodyInTheLeaf() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.slot(DAY);
        close(DAY.plusDays(5));
        second(world.receipt(window, DAY, 1, "M-1"), 5, null).then().statusCode(201);
        second(world.receipt(window, DAY, 2, "M-1"), 1, "还是不行").then().statusCode(201);

        Set<String> pages = IntStream.rangeClosed(1, 6)
                .mapToObj(n -> page(world.receipt(window, DAY, n, "M-1")))
                .collect(Collectors.toSet());

        assertThat(pages).hasSize(1);
        assertThat(pages.iterator().next()).contains("可追评一次，截止").doesNotContain("已追评。", "还是不行");
        Set<String> answers = IntStream.rangeClosed(3, 6)
                .mapToObj(n -> second(world.receipt(window, DAY, n, "M-1"), 1 + n % 5, null)
                        .asString())
                .collect(Collectors.toSet());
        assertThat(answers).as("answers over all levels").hasSize(1);
    }

    @Test
    void aLeafWithoutPoorRatingsIsOpenFromItsSlotForThirtyDays() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 12, true);
        IntStream.rangeClosed(1, 6).forEach(n -> world.rate(window, CGK, DAY, n, 3 + n % 3));
        world.slot(DAY);

        second(world.receipt(window, DAY, 1, "M-1"), 1, "后来又要我补材料").then().statusCode(201);
        at(DAY.plusDays(30));
        second(world.receipt(window, DAY, 2, "M-1"), 5, null).then().statusCode(201);
        at(DAY.plusDays(31));
        second(world.receipt(window, DAY, 3, "M-1"), 5, null).then().statusCode(409);
        assertThat(page(world.receipt(window, DAY, 3, "M-1"))).contains("结果公布后 30 日内可追评一次");
    }

    @Test
    void aPoorOneIsAmongThePendingRatingsOfTheCityOffice() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.slot(DAY);
        close(DAY.plusDays(5));
        second(world.receipt(window, DAY, 2, "M-1"), 1, "还是老样子").then().statusCode(201);

        City.as("city_office@GY-YSB")
                .get("/api/v1/pending-ratings")
                .then()
                .body("items", hasSize(1))
                .body("items[0].note", equalTo("还是老样子"))
                .body("items[0].place", equalTo(window))
                .body("items[0].day", equalTo(DAY.plusDays(5).toString()));
    }

    @Test
    void aTaskThatIsReopenedClosesNothing() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.slot(DAY);
        close(DAY.plusDays(5));
        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());
        outcomes.record(new Outcome(leaf, UUID.randomUUID(), "GY-KJJ-2026-7", "IN_PROGRESS", null, null), 9);

        second(world.receipt(window, DAY, 1, "M-1"), 5, null).then().statusCode(201);
    }

    @Test
    void wrongInputIsNamedAndChangesNothing() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.slot(DAY);
        close(DAY.plusDays(5));
        String receipt = world.receipt(window, DAY, 1, "M-1");

        second(receipt, 6, null).then().statusCode(422).body("violations.field", hasItem("level"));
        second(receipt, null, null).then().statusCode(422);
        second(receipt, 3, "长".repeat(501)).then().statusCode(422).body("violations.field", hasItem("note"));
        second("0000000000000", 3, null).then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body("null")
                .post("/r/receipt/second")
                .then()
                .statusCode(400);
        assertThat(given().contentType(ContentType.URLENC)
                        .formParam("receipt", receipt)
                        .formParam("level", "x")
                        .post("/r/receipt/second")
                        .statusCode())
                .isEqualTo(422);

        assertThat(balance.now().pending()).isZero();
    }

    private void close(LocalDate day) {
        at(day);
        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());
        outcomes.record(new Outcome(leaf, UUID.randomUUID(), "GY-KJJ-2026-7", "CLOSED", "销-3", "增设引导岗"), 6);
    }

    private void at(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(BusinessClock.ZONE).toInstant());
    }

    private static Response second(String receipt, Integer level, String note) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("receipt", receipt);
        sent.put("level", level);
        sent.put("note", note);
        return given().contentType(ContentType.JSON).body(sent).post("/r/receipt/second");
    }

    private static String page(String receipt) {
        return given().contentType(ContentType.URLENC)
                .formParam("receipt", receipt)
                .post("/r/receipt")
                .asString();
    }
}
