package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.kernel.event.TaskEvent.TaskClosed;
import io.mingjing.kernel.event.TaskEvent.TaskIssued;
import io.mingjing.kernel.event.TaskEvent.TaskMoved;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of real ratings: code, rating, receipt, leaf, the task's outcome back at the receipt. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class FromTheCodeToTheOutcomeTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2026-03-20T01:00:00Z");

    private final MixingWorld world;
    private final SuperUser database;
    private final City city;
    private final IntakeBalance balance;
    private final Outbox outbox;

    FromTheCodeToTheOutcomeTest(
            MixingWorld world, SuperUser database, City city, IntakeBalance balance, Outbox outbox) {
        this.world = world;
        this.database = database;
        this.city = city;
        this.balance = balance;
        this.outbox = outbox;
    }

    @BeforeEach
    void begin() {
        world.begin();
        city.found();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void aRatingIsFollowedFromItsCodeToTheCloseOfTheTask() {
        LocalDate day = DAY.datesUntil(DAY.plusDays(30))
                .filter(each -> each.getDayOfWeek().getValue() <= 5)
                .filter(each -> world.passes(City.WINDOW, "GY-KJJ-CGK", each))
                .findFirst()
                .orElseThrow();
        world.beginAt(day);
        List<String> codes = city.visits(
                IntStream.rangeClosed(1, 12).mapToObj(n -> "front-" + n).toList(), City.MATTER);
        List<String> nonces = City.nonces("front").limit(12).toList();
        List<String> receipts = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            receipts.add(rate(codes.get(n), n < 2 ? 1 : 5, nonces.get(n))
                    .statusCode(201)
                    .extract()
                    .path("receipt"));
        }
        String bad = receipts.getFirst();
        String good = receipts.getLast();
        ask(bad).statusCode(200).body("progress", equalTo("COUNTED"));

        world.slot(day);

        assertThat(balance.now()).isEqualTo(new IntakeBalance.Balance(6, 0, 6, 0, 0));
        assertThat(database.rows("select place, served, raters, poor from leaf"))
                .containsExactly(List.of(City.WINDOW, "12", "6", "2"));
        // the same page again, after its box was emptied: the same receipt; another page: rated already
        rate(codes.getFirst(), 3, nonces.getFirst())
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"))
                .body("receipt", equalTo(bad));
        rate(codes.getFirst(), 3, nonces.getLast()).body("outcome", equalTo("ALREADY_RATED"));
        ask(bad).body("progress", equalTo("TASK_TO_COME"));

        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());
        UUID task = UUID.randomUUID();
        UUID foreign = UUID.randomUUID();
        announce(() -> {
            outbox.append(
                    new TaskIssued(task, "任-2026-1", "整改", "LEAF", leaf, List.of("GY-KJJ-CGK"), "GY-KJJ", AT, AT),
                    1,
                    AT);
            outbox.append(
                    new TaskIssued(foreign, "任-2026-2", "其他", "PLAN", leaf, List.of(), "GY-KJJ", null, AT), 1, AT);
            outbox.append(new TaskMoved(task, "任-2026-1", "LEAF", leaf, "ISSUED", "ACCEPTED", AT), 2, AT);
        });
        await().atMost(SOON).untilAsserted(() -> ask(bad).body("state", equalTo("已签收")));
        ask(bad).body("task", equalTo("任-2026-1"));

        announce(() ->
                outbox.append(new TaskClosed(task, "任-2026-1", "LEAF", leaf, "销-2026-1", "增设引导岗（演示）", AT), 3, AT));
        await().atMost(SOON).untilAsserted(() -> ask(bad).body("closeNumber", equalTo("销-2026-1")));
        assertThat(ask(good).extract().asString()).isEqualTo(ask(bad).extract().asString());
    }

    private static void announce(Runnable events) {
        QuarkusTransaction.requiringNew().run(events);
    }

    private static ValidatableResponse rate(String code, int level, String nonce) {
        return given().contentType(ContentType.JSON)
                .body(City.rating(code, City.MATTER, level, nonce))
                .post("/r")
                .then();
    }

    private static ValidatableResponse ask(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/r/receipt")
                .then();
    }
}
