package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mingjing.local.mail.Mail;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The leaf's task, worked by nobody, on the calendar of 2026: due on Friday 27 March (5 working days after Friday the
 * 20th), soon on the 25th, overdue on the 30th. Its section then acknowledges, which holds the leader's rung back from the
 * 1st of April to the 3rd; the 4th to the 6th are Qingming, so the principal leader's would come on the 8th.
 */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Story.Chapter
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class LadderE2E {

    private static final String DUE_SOON = "2026-03-25T09:00:02+08:00";
    private static final String OVERDUE = "2026-03-30T09:00:02+08:00";
    private static final String HELD_BACK = "2026-04-01T09:00:02+08:00";
    private static final String LEADER = "2026-04-03T09:00:02+08:00";

    private static final List<String> SECTION = List.of("demo-cgk-head@mingjing.example", "demo-cgk@mingjing.example");

    private final Story story;
    private final RunningSystem system;
    private String task;
    private String number;

    LadderE2E(Story story) {
        this.story = story;
        this.system = story.system();
    }

    @BeforeEach
    void findTheTask() {
        task = story.taskOfTheLeaf();
        number = read("").getString("number");
    }

    @Test
    @Order(1)
    void theDueDayIsTheOneCountedByHand() {
        assertThat(read("").getString("clocks[0].dueDay")).isEqualTo("2026-03-27");
        assertThat(read("").getString("clocks[0].dueAt")).isEqualTo("2026-03-27T16:00:00Z");
    }

    @Test
    @Order(2)
    void twoWorkingDaysBeforeTheSectionIsTold() {
        story.moveTo(DUE_SOON);

        await("the reminder")
                .atMost(Duration.ofSeconds(30))
                .until(() -> mails("【临期提醒】").size() >= 2);

        assertThat(recipients("【临期提醒】")).containsExactlyInAnyOrderElementsOf(SECTION);
        assertThat(recipients("【交办】")).containsExactlyInAnyOrderElementsOf(SECTION);
        assertThat(mails("【逾期催办】")).isEmpty();
    }

    @Test
    @Order(3)
    void nothingIsRepeatedAfterARestart() {
        story.moveTo(DUE_SOON);
        await("the reminder")
                .atMost(Duration.ofSeconds(30))
                .until(() -> mails("").size() >= 4);

        system.stop();
        system.start();

        await("nothing more to be sent")
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> {
                    assertThat(recipients("【临期提醒】")).containsExactlyInAnyOrderElementsOf(SECTION);
                    assertThat(recipients("【交办】")).containsExactlyInAnyOrderElementsOf(SECTION);
                });
    }

    @Test
    @Order(4)
    void onTheDayAfterTheLimitItIsOverdue() {
        story.moveTo(OVERDUE);

        await("the urging")
                .atMost(Duration.ofSeconds(30))
                .until(() -> mails("【逾期催办】").size() >= 2);

        assertThat(recipients("【逾期催办】")).containsExactlyInAnyOrderElementsOf(SECTION);
        assertThat(recipients("【升级督办】")).isEmpty();
        assertThat(read("").getBoolean("clocks[0].overdue")).isTrue();
    }

    @Test
    @Order(5)
    void anAcknowledgedStepHoldsTheLeaderBackForTwoWorkingDays() {
        story.moveTo(OVERDUE);
        await("the urging")
                .atMost(Duration.ofSeconds(30))
                .until(() -> mails("【逾期催办】").size() >= 2);
        try (Browser browser = new Browser()) {
            Page desk = browser.desk(system.notification("/notification/inbox"), "demo-cgk-head");
            desk.click("a:has-text('【逾期催办】任务" + number + "')");
            desk.click("button:has-text('确认知悉')");
            assertThat(desk.textContent("main")).contains("已办理", "知悉");
        }

        story.moveTo(HELD_BACK);

        await("the leader not to be told")
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(8))
                .until(() -> recipients("【升级督办】").isEmpty());
    }

    @Test
    @Order(6)
    void withoutProgressTheLadderGoesOn() {
        story.moveTo(LEADER);

        await("the leader to be told").atMost(Duration.ofSeconds(30)).until(() -> !mails("【升级督办】")
                .isEmpty());

        assertThat(recipients("【升级督办】")).containsExactly("demo-leader@mingjing.example");
        assertThat(mails("【升级督办】").getFirst().text()).contains(number);
        assertThat(recipients("【逾期催办】")).containsExactlyInAnyOrderElementsOf(SECTION);
    }

    private JsonPath read(String part) {
        return system.as("demo-cgk-head")
                .get(system.task("/api/v1/tasks/" + task + part))
                .jsonPath();
    }

    private List<String> recipients(String kind) {
        return mails(kind).stream().map(Mail::to).toList();
    }

    /** Mails about this task whose subject begins with the kind. */
    private List<Mail> mails(String kind) {
        return system.mails().stream()
                .filter(mail -> mail.subject().startsWith(kind))
                .filter(mail -> mail.text().contains(number))
                .toList();
    }
}
