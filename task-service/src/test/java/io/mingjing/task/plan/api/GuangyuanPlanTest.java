package io.mingjing.task.plan.api;

import static io.mingjing.task.Guangyuan.as;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.mingjing.kernel.event.Topics;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.mingjing.task.Statements;
import io.mingjing.task.TaskTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real plan of the Guangyuan science bureau after the third round of 2023, imported and published. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class GuangyuanPlanTest {

    private final Statements statements;

    GuangyuanPlanTest(Statements statements) {
        this.statements = statements;
    }

    @BeforeEach
    void units() {
        Guangyuan.units();
    }

    @Test
    void theDocumentIsKeptVerbatimWithItsPartsBesideIt() {
        String id = Guangyuan.imported(Guangyuan.plan());

        as("coordinator@GY-KJJ")
                .get("/api/v1/plans/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("2023年第三次营商环境“背靠背” 直接评价问题专项整改方案"))
                .body("state", equalTo("DRAFT"))
                .body("round.year", equalTo(2023))
                .body("round.ordinal", equalTo(3))
                .body("basis.number", contains("广委办〔2022〕27号", "广营商办〔2024〕3号"))
                .body("basis.issuer", contains("广委办", "广营商办"))
                .body("basis.year", contains(2022, 2024))
                .body("basis.serial", contains(27, 3))
                .body("levels.duty", contains("亲自抓", "牵头抓", "具体抓"))
                .body("levels.level", contains("PRINCIPAL_LEADER", "LEADER_IN_CHARGE", "RESPONSIBLE_SECTION"))
                .body("narrative", hasSize(4))
                .body("tasks", hasSize(6))
                .body("tasks.responsibleWords", everyItem(equalTo("各科室、直属事业单位")));
    }

    @Test
    void publicationIssuesSixTasksAndExpandsTheCollective() {
        List<String> tasks = Guangyuan.published(Guangyuan.plan());

        assertThat(tasks).hasSize(6);
        JsonPath first = task(tasks.getFirst());
        assertThat(first.getString("limit.kind")).isEqualTo("FIXED_DATE");
        assertThat(first.getString("limit.date")).isEqualTo("2024-02-05");
        assertThat(first.getString("limit.words")).isEqualTo("2024年2月5日前");
        assertThat(first.getString("state")).isEqualTo("ISSUED");
        assertThat(first.getString("number")).matches("GY-KJJ-\\d{4}-\\d{4}");
        assertThat(tasks.subList(1, 6))
                .allSatisfy(id -> assertThat(task(id).getString("limit.kind")).isEqualTo("IMMEDIATE_AND_ONGOING"));
        JsonPath second = task(tasks.get(1));
        assertThat(second.getList("leads.units.name")).containsExactly("成果科", "资管科");
        assertThat(second.getString("leads.words")).isEqualTo("成果科,资管科");
        assertThat(second.getList("responsible.units.code"))
                .containsExactly(
                        "GY-KJJ-BGS",
                        "GY-KJJ-CGK",
                        "GY-KJJ-GXK",
                        "GY-KJJ-KSK",
                        "GY-KJJ-RSK",
                        "GY-KJJ-ZGK",
                        "GY-KJJ-SY1");
    }

    @Test
    void whatIsPastGoesIntoOneSummaryAndNoRungFiresForIt() {
        List<String> tasks = Guangyuan.published(Guangyuan.plan());
        String plan = task(tasks.getFirst()).getString("sourceId");

        List<TaskTopic.Said> about =
                await().atMost(ofSeconds(20)).until(() -> TaskTopic.about(Topics.TASK, plan), said -> !said.isEmpty());

        assertThat(about).extracting(TaskTopic.Said::type).containsExactly("PlanPublished");
        JsonPath summary = JsonPath.from(about.getFirst().json());
        assertThat(summary.getList("summaryTo.role"))
                .containsExactly("coordinator", "leader_in_charge", "principal_leader");
        assertThat(summary.getList("past.title", String.class))
                .startsWith("强化组织领导")
                .contains("组织开展“实时评价”", "加强宣传推广");
        assertThat(summary.getString("past[0].words")).isEqualTo("2024年2月5日前");
        assertThat(summary.getString("past[0].dueDay")).isEqualTo("2024-02-05");
        assertThat(statements.list(
                        "select r.state from rung r join clock c on c.id = r.clock_id"
                                + " where c.task_id = any (?) and r.fire_at <= now() and r.state = 'PENDING'",
                        row -> row.getString(1),
                        tasks.stream().map(UUID::fromString).toList()))
                .as("rungs that would fire for what was past at publication")
                .isEmpty();
    }

    @Test
    void aSecondPublicationIsRefusedWithThePresentState() {
        String id = Guangyuan.imported(Guangyuan.plan());
        as("coordinator@GY-KJJ")
                .post("/api/v1/plans/" + id + "/publication")
                .then()
                .statusCode(200);

        as("coordinator@GY-KJJ")
                .post("/api/v1/plans/" + id + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:task:plan-not-draft"))
                .body("state", equalTo("PUBLISHED"));
    }

    @Test
    void theSameImportTwiceIsOnePlan() {
        var request = as("coordinator@GY-KJJ")
                .header("Idempotency-Key", "guangyuan-twice")
                .body(Guangyuan.plan());

        String first =
                request.post("/api/v1/plans").then().statusCode(201).extract().header("Location");
        String second =
                request.post("/api/v1/plans").then().statusCode(201).extract().header("Location");

        assertThat(second).isEqualTo(first).contains("/api/v1/plans/");
        as("coordinator@GY-KJJ")
                .header("Idempotency-Key", "guangyuan-twice")
                .body(Guangyuan.plan().replace("市科技局", "市科学技术局"))
                .post("/api/v1/plans")
                .then()
                .statusCode(422);
    }

    @Test
    void draftsAreForThoseWhoWorkOnThem() {
        String id = Guangyuan.imported(Guangyuan.plan());

        as("section@GY-KJJ-ZGK").get("/api/v1/plans/" + id).then().statusCode(404);
        as("coordinator@GY-CZJ").get("/api/v1/plans/" + id).then().statusCode(404);
        as("city_office@GY-YSB").get("/api/v1/plans/" + id).then().statusCode(404);
        as("coordinator@GY-CZJ")
                .post("/api/v1/plans/" + id + "/publication")
                .then()
                .statusCode(404);
        as("section@GY-KJJ-ZGK")
                .post("/api/v1/plans/" + id + "/publication")
                .then()
                .statusCode(403);
        as("coordinator@GY-KJJ")
                .post("/api/v1/plans/" + id + "/publication")
                .then()
                .statusCode(200);
        as("section@GY-KJJ-ZGK").get("/api/v1/plans/" + id).then().statusCode(200);
        as("city_office@GY-YSB").get("/api/v1/plans/" + id).then().statusCode(200);
        as("oversight@GY")
                .get("/api/v1/plans?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("next", matchesPattern(".+"));
    }

    private static JsonPath task(String id) {
        return as("coordinator@GY-KJJ")
                .get("/api/v1/tasks/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
