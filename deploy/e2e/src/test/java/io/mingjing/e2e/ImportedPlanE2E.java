package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.local.mail.Mail;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The published plan of Guangyuan's bureau, as the demo imported it: its own words, and one summary of what is past. */
@Order(1)
@Story.Chapter
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ImportedPlanE2E {

    private static final List<String> SECTIONS =
            List.of("GY-KJJ-BGS", "GY-KJJ-CGK", "GY-KJJ-GXK", "GY-KJJ-KSK", "GY-KJJ-RSK", "GY-KJJ-SY1", "GY-KJJ-ZGK");

    private final RunningSystem system;
    private JsonPath plan;

    ImportedPlanE2E(Story story) {
        this.system = story.system();
    }

    @BeforeEach
    void readThePlan() {
        String id = system.as("demo-coordinator")
                .get(system.task("/api/v1/plans"))
                .jsonPath()
                .getString("items[0].id");
        plan = system.as("demo-coordinator")
                .get(system.task("/api/v1/plans/" + id))
                .jsonPath();
    }

    @Test
    void hasSixTasksOfWhichOneIsDueOnADay() {
        assertThat(plan.getString("state")).isEqualTo("PUBLISHED");
        assertThat(plan.getList("tasks.title"))
                .containsExactly("强化组织领导", "组织开展“实时评价”", "强化政务信息公开", "创新服务方式", "提升服务质效", "加强宣传推广");

        List<JsonPath> tasks =
                plan.getList("tasks.id", String.class).stream().map(this::task).toList();

        assertThat(tasks.stream().map(task -> task.getString("limit.kind")))
                .containsExactly(
                        "FIXED_DATE",
                        "IMMEDIATE_AND_ONGOING",
                        "IMMEDIATE_AND_ONGOING",
                        "IMMEDIATE_AND_ONGOING",
                        "IMMEDIATE_AND_ONGOING",
                        "IMMEDIATE_AND_ONGOING");
        assertThat(tasks.getFirst().getString("clocks[0].dueDay")).isEqualTo("2024-02-05");
        assertThat(tasks.getFirst().getString("clocks[0].dueAt")).isEqualTo("2024-02-05T16:00:00Z");
    }

    @Test
    void keepsTheLeadsInTheDocumentsOrder() {
        assertThat(plan.getString("tasks[1].leadWords")).isEqualTo("成果科,资管科");
        assertThat(plan.getList("tasks[1].leads")).isEqualTo(List.of("GY-KJJ-CGK", "GY-KJJ-ZGK"));
    }

    @Test
    void keepsCollectiveWordsAndExpandsThem() {
        assertThat(plan.getList("tasks.responsibleWords")).hasSize(6).containsOnly("各科室、直属事业单位");
        assertThat(plan.getList("tasks[0].responsible", String.class)).containsExactlyInAnyOrderElementsOf(SECTIONS);
    }

    @Test
    void readsTheNumbersOfBothBasisDocuments() {
        assertThat(plan.getList("basis.number")).isEqualTo(List.of("广委办〔2022〕27号", "广营商办〔2024〕3号"));
        assertThat(plan.getList("basis.issuer")).isEqualTo(List.of("广委办", "广营商办"));
        assertThat(plan.getList("basis.year")).isEqualTo(List.of(2022, 2024));
        assertThat(plan.getList("basis.serial")).isEqualTo(List.of(27, 3));
    }

    @Test
    void tellsWhatIsPastInOneSummaryEachAndUrgesNobody() {
        await("the summary")
                .atMost(Duration.ofSeconds(30))
                .until(() -> summaries().size() >= 3);

        assertThat(summaries().stream().map(Mail::to))
                .containsExactlyInAnyOrder(
                        "demo-coordinator@mingjing.example",
                        "demo-leader@mingjing.example",
                        "demo-principal@mingjing.example");
        assertThat(summaries()).allSatisfy(mail -> assertThat(mail.text()).contains("2024年2月5日", "强化组织领导"));
        assertThat(system.mails())
                .noneMatch(mail -> mail.subject().startsWith("【逾期催办】")
                        || mail.subject().startsWith("【升级督办】")
                        || mail.subject().startsWith("【临期提醒】"));
        assertThat(system.kafka().ofType("RungReached")).isEmpty();
    }

    private List<Mail> summaries() {
        return system.mails().stream()
                .filter(mail -> mail.subject().startsWith("【逾期汇总】"))
                .toList();
    }

    private JsonPath task(String id) {
        return system.as("demo-coordinator")
                .get(system.task("/api/v1/tasks/" + id))
                .jsonPath();
    }
}
