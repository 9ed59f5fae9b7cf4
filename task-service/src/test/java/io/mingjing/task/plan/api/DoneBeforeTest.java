package io.mingjing.task.plan.api;

import static io.mingjing.task.Guangyuan.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task whose work was done before its plan came out waits for a second person, its clock satisfied. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class DoneBeforeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void units() {
        Guangyuan.units();
    }

    @Test
    void itEntersCloseRequestedAndWhoStatedItDoesNotClose() throws Exception {
        ObjectNode plan = (ObjectNode) JSON.readTree(Guangyuan.plan());
        ((ObjectNode) plan.at("/tasks/0")).set("doneBefore", JSON.readTree("""
                {"date": "2024-02-05", "evidence": [
                  {"name": "局党组会纪要（演示）", "kind": "MINUTES", "date": "2024-02-02", "text": "演示"}]}"""));
        String importer = "coordinator@GY-KJJ";
        String id = as(importer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(plan.toString())
                .post("/api/v1/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String task = as("第二人", importer)
                .post("/api/v1/plans/" + id + "/publication")
                .then()
                .statusCode(200)
                .body("tasks[0].state", equalTo("CLOSE_REQUESTED"))
                .extract()
                .path("tasks[0].id");
        String path = "/api/v1/tasks/" + task;

        as(importer)
                .get(path)
                .then()
                .body("doneOn", equalTo("2024-02-05"))
                .body("clocks.state", contains("SATISFIED"))
                .body("clocks.overdue", contains(false))
                .body("evidence.name", contains("局党组会纪要（演示）"));
        as(importer).body("{}").post(path + "/verification").then().statusCode(403);
        as("第二人", importer).body("{}").post(path + "/verification").then().statusCode(200);
        as("leader_in_charge@GY-KJJ")
                .body("{\"outcome\": \"已成立领导小组。\"}")
                .post(path + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("closure.forTheRound", equalTo(false));
    }

    @Test
    void aWrongImportStoresNothing() {
        String marked = "未导入的方案（演示）" + UUID.randomUUID();
        String wrong = Guangyuan.plan()
                .replace("2023年第三次营商环境“背靠背” 直接评价问题专项整改方案", marked)
                .replace("\"科社科\"", "\"科普科\"");

        as("coordinator@GY-KJJ")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(wrong)
                .post("/api/v1/plans")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mingjing:problem:task:plan-invalid"))
                .body("violations.field", contains("tasks[5].leads.words"));

        assertThat(as("coordinator@GY-KJJ")
                        .get("/api/v1/plans?limit=200")
                        .jsonPath()
                        .getList("items.title"))
                .doesNotContain(marked);
    }

    @Test
    void shapesThatAreNoPlanAreRefused() {
        for (String body : new String[] {"null", "[]", "{", "{\"titel\": 1}", "{\"title\": 7}", "\"x\"", "{}"}) {
            int status = as("coordinator@GY-KJJ")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(body)
                    .post("/api/v1/plans")
                    .then()
                    .contentType("application/problem+json")
                    .extract()
                    .statusCode();
            assertThat(status).as(body).isBetween(400, 422);
        }
        as("coordinator@GY-KJJ")
                .body(Guangyuan.plan())
                .post("/api/v1/plans")
                .then()
                .statusCode(400);
        as("coordinator@GY-CZJ")
                .header("Idempotency-Key", "other")
                .body(Guangyuan.plan())
                .post("/api/v1/plans")
                .then()
                .statusCode(403);
    }
}
