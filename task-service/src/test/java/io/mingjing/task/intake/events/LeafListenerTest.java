package io.mingjing.task.intake.events;

import static io.mingjing.task.Guangyuan.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EvaluationEvent;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.mingjing.task.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A closed leaf opens exactly one task, with its sums and nothing about a rater. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class LeafListenerTest {

    /** Thursday 18:00 in Shanghai. */
    private static final Instant SLOT = Instant.parse("2026-03-19T10:00:00Z");

    private final LeafListener listener;
    private final Statements statements;
    private final UUID leaf = UUID.randomUUID();

    LeafListenerTest(LeafListener listener, Statements statements) {
        this.listener = listener;
        this.statements = statements;
    }

    @BeforeEach
    void units() {
        Guangyuan.units();
    }

    @Test
    void aLeafWithPoorRatingsBecomesOneTaskOfItsUnit() {
        hear(closed("GY-KJJ-CGK", 2));
        hear(closed("GY-KJJ-CGK", 2));

        String task = onlyTask();
        as("section@GY-KJJ-CGK")
                .get("/api/v1/tasks/" + task)
                .then()
                .statusCode(200)
                .body("source", equalTo("LEAF"))
                .body("sourceId", equalTo(leaf.toString()))
                .body("state", equalTo("ISSUED"))
                .body("title", equalTo("成果窗口差评整改（2026-W11 至 2026-W12，2 件）"))
                .body("leads.units.code", contains("GY-KJJ-CGK"))
                .body("limit.kind", equalTo("WORKING_DAYS"))
                .body("limit.days", equalTo(5))
                .body("clocks[0].dueDay", equalTo("2026-03-26"))
                .body("facts.find { it.label == '差评原因' }.value", equalTo("服务态度生硬 2 次；多头跑窗口和部门 1 次"))
                .body("facts.find { it.label == '案件编号' }.value", equalTo("L-1-1、L-1-2"))
                .body("may", hasItems("ACCEPT", "HAND_BACK"));
    }

    @Test
    void aLeafOfABureauIsTheCoordinators() {
        hear(closed("GY-KJJ", 1));

        as("coordinator@GY-KJJ")
                .get("/api/v1/tasks/" + onlyTask())
                .then()
                .statusCode(200)
                .body("leads.units", empty())
                .body("may", hasItem("ACCEPT"));
    }

    @Test
    void aCoordinatorWhoLeadsNeitherPutsItOffNorDropsItAlone() {
        hear(closed("GY-KJJ", 1));
        String path = "/api/v1/tasks/" + onlyTask();

        as("coordinator@GY-KJJ")
                .body("{\"dueDay\": \"2099-01-05\", \"reason\": \"不便\"}")
                .post(path + "/extensions")
                .then()
                .statusCode(403);
        as("coordinator@GY-KJJ")
                .body("{\"reason\": \"不便\"}")
                .post(path + "/cancellation")
                .then()
                .statusCode(403)
                .body("detail", containsString("分管领导"));
        as("coordinator@GY-KJJ")
                .get(path)
                .then()
                .body("may", not(hasItem("EXTEND")))
                .body("may", not(hasItem("CANCEL")));
        as("leader_in_charge@GY-KJJ")
                .body("{\"reason\": \"重复开立\"}")
                .post(path + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
    }

    @Test
    void aLeafWithoutPoorRatingsOpensNothing() {
        hear(closed("GY-KJJ-CGK", 0));

        assertThat(tasks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VISIT,1", "TELEPHONE,1", "THIRD_PARTY,1", "PLACE,0", "CONTESTED,0", "SECOND,0"})
    void whatAnybodyCouldHaveSentAsOftenAsHeLikesWaitsForAPerson(String stream, int expected) {
        hear(closed("GY-KJJ-CGK", 2, stream));

        assertThat(tasks()).hasSize(expected);
    }

    /** The limit counts from the day on which the city office decided, not from the slot weeks before. */
    @ParameterizedTest
    @ValueSource(strings = {"PLACE", "CONTESTED", "SECOND", "VISIT"})
    void whatThePersonPassedOnIsOneTask(String stream) {
        EvaluationEvent.LeafClosed closed = closed("GY-KJJ", 2, stream);
        Instant decided = Instant.parse("2026-04-10T02:00:00Z");
        hear(closed);
        hear(new EvaluationEvent.LeafPassedOn(closed, decided, null));
        hear(new EvaluationEvent.LeafPassedOn(closed, decided.plusSeconds(60), List.of()));

        as("coordinator@GY-KJJ")
                .get("/api/v1/tasks/" + onlyTask())
                .then()
                .statusCode(200)
                .body("clocks[0].dueDay", equalTo(stream.equals("VISIT") ? "2026-03-26" : "2026-04-17"));
    }

    @Test
    void theParaphraseBecomesANoteOnTheTask() {
        hear(closed("GY-KJJ-CGK", 1));
        hear(new EvaluationEvent.LeafParaphrased(leaf, List.of("有群众反映材料要求说明不清"), SLOT.plusSeconds(86_400)));

        String path = "/api/v1/tasks/" + onlyTask();
        as("section@GY-KJJ-CGK").get(path).then().statusCode(200).body("facts[-1].value", equalTo("有群众反映材料要求说明不清"));
        as("section@GY-KJJ-CGK")
                .get(path + "/timeline")
                .then()
                .statusCode(200)
                .body("items.find { it.action == 'TASK_NOTED' }.why", containsString("材料要求说明不清"));
    }

    /** What was published while the leaf had no task comes with the order; what follows comes by itself. */
    @Test
    void aParaphraseFromBeforeTheLeafWasPassedOnIsOnTheTaskOnce() {
        EvaluationEvent.LeafClosed closed = closed("GY-KJJ-CGK", 2, "PLACE");
        Instant decided = SLOT.plusSeconds(100_000);
        hear(closed);
        hear(new EvaluationEvent.LeafParaphrased(leaf, List.of("有群众反映材料要求说明不清"), SLOT.plusSeconds(86_400)));
        hear(new EvaluationEvent.LeafPassedOn(closed, decided, List.of("有群众反映材料要求说明不清")));
        hear(new EvaluationEvent.LeafPassedOn(closed, decided, List.of("有群众反映材料要求说明不清")));
        hear(new EvaluationEvent.LeafParaphrased(leaf, List.of("叫号屏损坏"), SLOT.plusSeconds(172_800)));

        as("section@GY-KJJ-CGK")
                .get("/api/v1/tasks/" + onlyTask())
                .then()
                .statusCode(200)
                .body("facts.findAll { it.label.startsWith('群众意见') }.value", contains("有群众反映材料要求说明不清", "叫号屏损坏"));
    }

    private void hear(EvaluationEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> listener.on(new Envelope(UUID.randomUUID(), "evaluation-service", 1, SLOT, event)));
    }

    private EvaluationEvent.LeafClosed closed(String ownerUnit, long poor) {
        return closed(ownerUnit, poor, "VISIT");
    }

    private EvaluationEvent.LeafClosed closed(String ownerUnit, long poor, String stream) {
        List<String> cases = poor == 2 ? List.of("L-1-1", "L-1-2") : poor == 1 ? List.of("L-1-1") : List.of();
        return new EvaluationEvent.LeafClosed(
                leaf,
                "L-1",
                stream,
                "WINDOW",
                "GY-DT1-CK1",
                "成果窗口",
                ownerUnit,
                "2026-W11",
                "2026-W12",
                12,
                6,
                Map.of("5", 4L, "2", poor),
                poor,
                Map.of("214", 2L, "113", 1L, "517", 4L),
                Map.of("OTHER", 6L),
                cases,
                SLOT,
                6L,
                6L,
                Map.of(ownerUnit, 6L));
    }

    private String onlyTask() {
        assertThat(tasks()).hasSize(1);
        return tasks().getFirst();
    }

    private List<String> tasks() {
        return statements.list("select id from task where source_id = ?", row -> row.getString(1), leaf);
    }
}
