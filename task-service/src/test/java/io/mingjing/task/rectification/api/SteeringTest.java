package io.mingjing.task.rectification.api;

import static io.mingjing.task.Guangyuan.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.mingjing.task.TestClock;
import io.mingjing.task.clock.application.ClockStarts;
import io.mingjing.task.supervision.application.RungClaim;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing back, extending, suspending, acknowledging: what moves clocks beside the usual way. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class SteeringTest {

    private static final String LEAD = "section@GY-KJJ-GXK";
    private static final String COORDINATOR = "coordinator@GY-KJJ";

    private final TestClock clock;
    private final RungClaim rungs;
    private final ClockStarts starts;
    private String task;

    SteeringTest(TestClock clock, RungClaim rungs, ClockStarts starts) {
        this.starts = starts;
        this.clock = clock;
        this.rungs = rungs;
    }

    /** Task 4 with a limit of five working days from the day it is published: Thursday 2026-03-19. */
    @BeforeEach
    void published() {
        clock.set("2026-03-19T10:00");
        Guangyuan.units();
        String plan = Guangyuan.plan()
                .replaceFirst("(?s)\"release\": \\{.*?\\},", "")
                .replaceAll(
                        "(?s)\\{\\s*\"kind\": \"IMMEDIATE_AND_ONGOING\".*?\\}",
                        "{\"kind\": \"WORKING_DAYS\", \"days\": 5}");
        task = Guangyuan.published(plan).get(3);
    }

    @AfterEach
    void realTime() {
        clock.forward(Duration.between(clock.now(), Instant.now()));
    }

    @Test
    void theDeadlineIsExplainedDayByDay() {
        as(LEAD).get(path("deadline"))
                .then()
                .statusCode(200)
                .body("[0].clock.dueDay", equalTo("2026-03-26"))
                .body(
                        "[0].days.counts",
                        contains("START", "COUNTED", "WEEKEND", "WEEKEND", "COUNTED", "COUNTED", "COUNTED", "COUNTED"));
    }

    @Test
    void aHandBackDoesNotStopTheClock() {
        act(LEAD, "hand-back", "{\"reason\": \"不属本科室职责\"}").statusCode(200).body("state", equalTo("HANDED_BACK"));
        as(LEAD).get(path("")).then().body("clocks.state", contains("RUNNING"));
        act(COORDINATOR, "reissue", "{\"reason\": \"职责在高新科\"}").statusCode(200).body("state", equalTo("ISSUED"));
    }

    @Test
    void onlyWhoSteersExtendsAndOnlyForward() {
        act(LEAD, "extensions", "{\"dueDay\": \"2026-04-10\", \"reason\": \"x\"}")
                .statusCode(403);
        act(COORDINATOR, "extensions", "{\"dueDay\": \"2026-03-25\", \"reason\": \"x\"}")
                .statusCode(422);
        act(COORDINATOR, "extensions", "{\"dueDay\": \"2026-04-10\"}")
                .statusCode(400)
                .body("violations.field", contains("reason"));
        act("principal_leader@GY-KJJ", "extensions", "{\"dueDay\": \"2026-04-10\", \"reason\": \"需要专家评审\"}")
                .statusCode(200)
                .body("clocks[0].dueDay", equalTo("2026-04-10"));
    }

    @Test
    void aSuspensionStopsTheClockAndCancellingEndsIt() {
        act(LEAD, "acceptance", "").statusCode(200);
        act(COORDINATOR, "suspension", "{\"reason\": \"委托鉴定（演示）\"}")
                .statusCode(200)
                .body("state", equalTo("SUSPENDED"))
                .body("clocks.state", contains("PAUSED"));
        act(COORDINATOR, "resumption", "{\"reason\": \"鉴定结束\"}")
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("clocks.state", contains("RUNNING"));
        act(COORDINATOR, "cancellation", "{\"reason\": \"并入其他任务\"}")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("clocks.state", contains("CANCELLED"));
    }

    @Test
    void whoWasToldMayAcknowledgeOnceAndNobodyElse() {
        as(LEAD).get(path("")).then().body("may", not(hasItem("ACKNOWLEDGE")));
        clock.set("2026-03-24T09:30");
        while (rungs.claimDue() > 0) {}

        as(LEAD).get(path("")).then().body("may", hasItem("ACKNOWLEDGE")).body("clocks[0].step", equalTo(0));
        as("leader_in_charge@GY-KJJ").get(path("")).then().body("may", not(hasItem("ACKNOWLEDGE")));
        act("leader_in_charge@GY-KJJ", "acknowledgements", "{\"step\": 0}").statusCode(403);
        act(LEAD, "acknowledgements", "{\"step\": 1}").statusCode(409);
        act(LEAD, "acknowledgements", "{\"step\": 0}").statusCode(200).body("may", not(hasItem("ACKNOWLEDGE")));
        act(LEAD, "acknowledgements", "{\"step\": 0}").statusCode(409);
        assertThat(clock.today()).isEqualTo("2026-03-24");
    }

    @Test
    void aDraftIsReadByWhoPreparesIt() {
        String plan = Guangyuan.imported(Guangyuan.plan());
        task = as(COORDINATOR).get("/api/v1/plans/" + plan).path("tasks[0].id");

        as(COORDINATOR).get(path("")).then().statusCode(200);
        as("integration@GY").get(path("")).then().statusCode(200);
        as("oversight@GY").get(path("")).then().statusCode(404);
        as("city_office@GY-YSB").get(path("")).then().statusCode(404);
        as("liaison@GY-KJJ").get(path("")).then().statusCode(404);
        as("unit_admin@GY-KJJ").get(path("")).then().statusCode(404);
    }

    @Test
    void aDraftIsNotCancelledAsATask() {
        String plan = Guangyuan.imported(Guangyuan.plan());
        task = as(COORDINATOR).get("/api/v1/plans/" + plan).path("tasks[0].id");

        as(COORDINATOR).get(path("")).then().statusCode(200).body("may", not(hasItem("CANCEL")));
        act(COORDINATOR, "cancellation", "{\"reason\": \"不再需要\"}")
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:task:wrong-state"));
    }

    @Test
    void aSuspendedOngoingTaskOwesNoProofUntilItIsResumed() {
        task = Guangyuan.published(Guangyuan.plan().replaceFirst("(?s)\"release\": \\{.*?\\},", ""))
                .get(3);
        act(LEAD, "acceptance", "").statusCode(200);
        String measure = as(LEAD).get(path("")).path("measures[0].number");
        act(LEAD, "progress", """
                {"measure": "%s", "note": "已办", "evidence": [
                    {"name": "宣传册", "kind": "DOCUMENT", "date": "2026-03-19", "text": "见附件（演示）"}]}""".formatted(measure)).statusCode(200).body("clocks.state", contains("SATISFIED"));
        act(COORDINATOR, "suspension", "{\"reason\": \"委托鉴定（演示）\"}").statusCode(200);

        clock.set("2026-04-02T10:00");
        while (starts.startOwedProofs() > 0) {}
        as(LEAD).get(path("")).then().body("clocks.state", contains("SATISFIED"));

        act(COORDINATOR, "resumption", "{\"reason\": \"鉴定结束\"}")
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("clocks.period", contains("2026-Q2", null))
                .body("clocks.state", contains("RUNNING", "SATISFIED"));
    }

    private ValidatableResponse act(String post, String act, String body) {
        return as(post).body(body).post(path(act)).then();
    }

    private String path(String act) {
        return "/api/v1/tasks/" + task + (act.isEmpty() ? "" : "/" + act);
    }
}
