package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mingjing.local.mail.Mail;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** The task is worked off and closed by two people; then nobody is urged any more, and the visitor reads the outcome. */
@Order(6)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Story.Chapter
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TwoPeopleCloseE2E {

    private static final String OUTCOME = "窗口已张贴一次性告知清单，并向办事群众道歉（演示）";
    private static final String AFTER_THE_LAST_RUNG = "2026-04-08T09:01:00+08:00";

    /** Both sections and coordinators may ask for close-out where no section leads; here the section asks. */
    private static final String SECTION = "demo-cgk";

    private final Story story;
    private final RunningSystem system;
    private String task;

    TwoPeopleCloseE2E(Story story) {
        this.story = story;
        this.system = story.system();
    }

    @BeforeEach
    void findTheTask() {
        task = story.taskOfTheLeaf();
    }

    @Test
    @Order(1)
    void whoAskedForCloseOutIsRefusedWhenVerifying() {
        act(SECTION, "acceptance", Map.of()).statusCode(200);
        act(SECTION, "progress", progress()).statusCode(200);
        String both = system.oidc().token("demo-cgk", "王丽（演示）", "section@GY-KJJ-CGK", "coordinator@GY-KJJ");
        act(both, "close-requests", Map.of("note", "请核验")).statusCode(200);

        ValidatableResponse refused = act(both, "verification", Map.of());

        refused.statusCode(403).contentType("application/problem+json");
        assertThat(refused.extract().asString()).contains("您本人申请", "另一人");
        assertThat(state()).isEqualTo("CLOSE_REQUESTED");
    }

    @Test
    @Order(2)
    void aSecondPersonVerifiesAndClosesByNumber() {
        act("demo-coordinator", "verification", Map.of()).statusCode(200);
        act("demo-coordinator", "closure", Map.of("outcome", OUTCOME)).statusCode(200);

        JsonPath closed = read();

        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(closed.getString("closure.number")).isNotBlank();
        assertThat(closed.getString("closure.outcome")).isEqualTo(OUTCOME);
    }

    @Test
    @Order(3)
    void theReceiptPageFollowsToTheClose() {
        String closeNumber = read().getString("closure.number");
        try (Browser browser = new Browser()) {
            for (boolean javaScript : List.of(true, false)) {
                Page phone = browser.phone(javaScript);
                await("the outcome on the receipt page")
                        .atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> {
                            phone.navigate(system.evaluation("/r/receipt").toString());
                            phone.fill("#receipt", story.receipt(javaScript ? 0 : 1));
                            phone.click("button[type=submit]");
                            assertThat(phone.textContent("main")).contains("已整改销号", closeNumber, OUTCOME);
                        });
            }
        }
        assertThat(Rater.receiptPage(system, story.receipt(0)))
                .as("the same page for a poor and a good rating of the group")
                .isEqualTo(Rater.receiptPage(system, story.receipt(Story.RATERS - 1)));
    }

    @Test
    @Order(4)
    void nobodyIsUrgedAfterTheClose() {
        String number = read().getString("number");
        List<Mail> before = about(number);

        story.moveTo(AFTER_THE_LAST_RUNG);

        await("nothing more to be sent")
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(about(number)).isEqualTo(before));
        assertThat(before).noneMatch(mail -> mail.to().startsWith("demo-principal"));
    }

    private List<Mail> about(String number) {
        return system.mails().stream()
                .filter(mail -> mail.text().contains(number))
                .toList();
    }

    private static Map<String, Object> progress() {
        return Map.of(
                "measure", "1",
                "note", "已核查并整改（演示）",
                "evidence",
                        List.of(Map.of(
                                "name", "整改照片说明（演示）",
                                "kind", "DOCUMENT",
                                "date", "2026-03-20",
                                "text", "一次性告知清单已上墙（演示）")));
    }

    private String state() {
        return read().getString("state");
    }

    private JsonPath read() {
        return system.as("demo-coordinator")
                .get(system.task("/api/v1/tasks/" + task))
                .jsonPath();
    }

    /** @param who a person of the demo, or a token */
    private ValidatableResponse act(String who, String act, Map<String, Object> body) {
        var request = who.startsWith("demo-")
                ? system.as(who)
                : io.restassured.RestAssured.given().auth().oauth2(who);
        return request.contentType(ContentType.JSON)
                .body(body)
                .post(system.task("/api/v1/tasks/" + task + "/" + act))
                .then();
    }
}
