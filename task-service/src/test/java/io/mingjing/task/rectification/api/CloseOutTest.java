package io.mingjing.task.rectification.api;

import static io.mingjing.task.Guangyuan.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task's way from issue to close, by the right people and by the wrong ones. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class CloseOutTest {

    private static final String LEAD = "section@GY-KJJ-KSK";
    private static final String COORDINATOR = "coordinator@GY-KJJ";

    /** Task 6 of the real plan: lead 科社科, two measures, 立行立改. */
    private String task;

    @BeforeEach
    void published() {
        Guangyuan.units();
        task = Guangyuan.published(Guangyuan.plan()).getLast();
    }

    @Test
    void fromIssueToCloseForTheRound() {
        act(LEAD, "acceptance", "").statusCode(200).body("state", equalTo("ACCEPTED"));
        progress("6.1").statusCode(200).body("state", equalTo("IN_PROGRESS"));
        progress("6.2").statusCode(200).body("measures[1].evidence[0].name", equalTo("宣传册"));
        act(LEAD, "close-requests", """
                {"note": "两条措施均已落实"}""").statusCode(200).body("state", equalTo("CLOSE_REQUESTED"));
        act(COORDINATOR, "verification", "{}").statusCode(200).body("state", equalTo("VERIFIED"));
        act(COORDINATOR, "closure", """
                {"outcome": "已在大厅公开惠企政策清单。"}""")
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closure.number", matchesPattern("GY-KJJ-XH-\\d{4}-\\d{4}"))
                .body("closure.outcome", equalTo("已在大厅公开惠企政策清单。"))
                .body("closure.forTheRound", equalTo(true))
                .body("may", equalTo(List.of()));

        as("oversight@GY")
                .get("/api/v1/tasks/" + task + "/timeline?limit=200")
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        hasItems(
                                "TASK_DRAFTED",
                                "TASK_ISSUED",
                                "TASK_ACCEPTED",
                                "PROGRESS_ENTERED",
                                "CLOSE_REQUESTED",
                                "CLOSE_VERIFIED",
                                "TASK_CLOSED"));
    }

    @Test
    void whoAskedForCloseOutIsRefusedInClearWords() {
        String both = "两岗一人";
        act(LEAD, "acceptance", "").statusCode(200);
        progress("6.1").statusCode(200);
        progress("6.2").statusCode(200);
        as(both, LEAD).body("{}").post(path("close-requests")).then().statusCode(200);

        as(both, COORDINATOR)
                .body("{}")
                .post(path("verification"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mingjing:problem:task:same-person"))
                .body("detail", containsString("须由另一人核验"));
        as(COORDINATOR).body("{}").post(path("verification")).then().statusCode(200);
        as(both, COORDINATOR)
                .body("{\"outcome\": \"自己销号\"}")
                .post(path("closure"))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:mingjing:problem:task:same-person"));
        state("VERIFIED");
    }

    @Test
    void closeOutWithoutEvidenceNamesTheMeasures() {
        act(LEAD, "acceptance", "").statusCode(200);
        progress("6.1").statusCode(200);

        act(LEAD, "close-requests", "{}")
                .statusCode(422)
                .body("type", equalTo("urn:mingjing:problem:task:evidence-missing"))
                .body("violations.field", contains("measures[6.2]"));
        state("IN_PROGRESS");
    }

    @Test
    void aReturnedTaskGoesBackToWork() {
        act(LEAD, "acceptance", "").statusCode(200);
        progress("6.1").statusCode(200);
        progress("6.2").statusCode(200);
        act(LEAD, "close-requests", "{}").statusCode(200);

        act("leader_in_charge@GY-KJJ", "return", "{\"reason\": \"佐证不足\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("clocks.state", not(equalTo(List.of())));
        progress("6.2").statusCode(200).body("state", equalTo("IN_PROGRESS"));
    }

    @Test
    void actsInTheWrongStateSayWhereTheTaskStands() {
        act(COORDINATOR, "closure", "{\"outcome\": \"尚未办理\"}")
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:task:wrong-state"))
                .body("state", equalTo("ISSUED"));
    }

    @Test
    void aStaleVersionIsRefused() {
        String tag = as(LEAD).get(path("")).then().statusCode(200).extract().header("ETag");
        as(LEAD).header("If-Match", tag).post(path("acceptance")).then().statusCode(200);

        as(COORDINATOR)
                .header("If-Match", tag)
                .body("{\"reason\": \"重复\"}")
                .post(path("cancellation"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:task:stale"))
                .body("state", equalTo("ACCEPTED"));
        state("ACCEPTED");
    }

    @Test
    void othersDoNotActAndStrangersDoNotSee() {
        act("section@GY-KJJ-BGS", "acceptance", "").statusCode(403);
        act("principal_leader@GY-KJJ", "acceptance", "").statusCode(403);
        act("section@GY-CZJ-YWK", "acceptance", "").statusCode(404);
        as("section@GY-CZJ-YWK").get(path("")).then().statusCode(404);
        as("clerk@GY-KJJ-KSK").get(path("")).then().statusCode(403);
        as("city_office@GY-YSB").get(path("")).then().statusCode(200).body("may", equalTo(List.of()));
        as("principal_leader@GY-KJJ").get(path("")).then().statusCode(200);
        state("ISSUED");
    }

    @Test
    void theSameProgressSentAgainIsOneEntry() {
        act(LEAD, "acceptance", "").statusCode(200);
        for (int attempt = 0; attempt < 2; attempt++) {
            as(LEAD).header("Idempotency-Key", "progress-" + task)
                    .body(body("6.1"))
                    .post(path("progress"))
                    .then()
                    .statusCode(200);
        }

        assertThat(as(LEAD).get(path("")).jsonPath().getList("measures[0].evidence"))
                .hasSize(1);
    }

    @Test
    void oneOfManyWhoActAtOnceIsDone() throws Exception {
        as(LEAD).get(path("")).then().statusCode(200);
        Callable<Integer> accept = () -> as(LEAD).post(path("acceptance")).statusCode();
        List<Integer> answers;
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            answers = people.invokeAll(Collections.nCopies(6, accept)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }

        assertThat(answers).containsExactly(200, 409, 409, 409, 409, 409);
    }

    private ValidatableResponse progress(String measure) {
        return act(LEAD, "progress", body(measure));
    }

    private static String body(String measure) {
        return """
                {"measure": "%s", "note": "已印发", "evidence": [
                  {"name": "宣传册", "kind": "DOCUMENT", "date": "2024-02-20", "text": "见附件（演示）"}]}""".formatted(measure);
    }

    private ValidatableResponse act(String post, String act, String body) {
        return as(post).body(body).post(path(act)).then();
    }

    private void state(String expected) {
        as(COORDINATOR).get(path("")).then().statusCode(200).body("state", equalTo(expected));
    }

    private String path(String act) {
        return "/api/v1/tasks/" + task + (act.isEmpty() ? "" : "/" + act);
    }
}
