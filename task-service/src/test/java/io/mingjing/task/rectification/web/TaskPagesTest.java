package io.mingjing.task.rectification.web;

import static io.mingjing.task.Guangyuan.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.Guangyuan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task worked off on its pages with plain forms: the buttons are exactly those the person may press. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class TaskPagesTest {

    private static final String LEAD = "section@GY-KJJ-BGS";
    private static final String COORDINATOR = "coordinator@GY-KJJ";
    private static final Pattern BUTTON =
            Pattern.compile("<form method=\"post\" action=\"/task/tasks/[^/]+/([a-z-]+)#");
    private static final Map<String, Map<String, String>> SESSIONS = new ConcurrentHashMap<>();

    /** Task 3 of the real plan: lead 办公室, three measures. */
    private String task;

    @TestHTTPResource("/task/tasks")
    URI pages;

    @BeforeEach
    void published() {
        Guangyuan.units();
        task = Guangyuan.published(Guangyuan.plan()).get(2);
    }

    @Test
    void theButtonsAreThoseThePersonMayPressNow() {
        assertThat(buttons(LEAD)).containsExactly("acceptance", "hand-back");
        assertThat(buttons(COORDINATOR)).containsExactly("extensions", "cancellation");
        assertThat(buttons("leader_in_charge@GY-KJJ")).containsExactly("extensions");
        assertThat(buttons("section@GY-KJJ-RSK")).isEmpty();
        assertThat(buttons("city_office@GY-YSB")).isEmpty();

        assertThat(send(LEAD, "acceptance", Map.of()).statusCode()).isEqualTo(303);

        assertThat(buttons(LEAD)).containsExactly("progress");
        assertThat(buttons("section@GY-KJJ-RSK")).containsExactly("progress");
    }

    @Test
    void theWholeWayWorksWithPlainForms() {
        send(LEAD, "acceptance", Map.of());
        for (String measure : List.of("3.1", "3.2", "3.3")) {
            assertThat(send(LEAD, "progress", evidence(measure)).statusCode()).isEqualTo(303);
        }
        assertThat(send(LEAD, "close-requests", Map.of("note", "")).statusCode())
                .isEqualTo(303);
        assertThat(send(COORDINATOR, "verification", Map.of()).statusCode()).isEqualTo(303);
        assertThat(send(COORDINATOR, "closure", Map.of("outcome", "办事指南已更新并公开。"))
                        .statusCode())
                .isEqualTo(303);

        String page = page(LEAD);
        assertThat(page).contains("本轮销号").contains("办事指南已更新并公开。").contains("GY-KJJ-XH-");
        assertThat(page).contains("核验通过").contains("登记进展").contains("立行立改");
    }

    @Test
    void aFaultIsShownAtItsFieldAndNothingTypedIsLost() {
        send(LEAD, "acceptance", Map.of());

        Response answer = send(
                LEAD,
                "progress",
                Map.of(
                        "measure",
                        "3.2",
                        "note",
                        "",
                        "evidenceName",
                        "清单",
                        "evidenceLink",
                        "ftp://x",
                        "evidenceDate",
                        "x"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body().asString())
                .contains("没有办成")
                .contains("id=\"progress-note-fault\"")
                .contains("应为 http 或 https 网址")
                .contains("value=\"清单\"")
                .contains("<option value=\"3.2\" selected>");
        assertThat(as(LEAD).get("/api/v1/tasks/" + task).jsonPath().getString("state"))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aStalePageIsRefusedAndShowsTheTaskAsItIs() {
        Response answer = send(LEAD, "acceptance", Map.of("version", "0"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body().asString()).contains("任务已被他人更新").contains("已交办");
    }

    @Test
    void whoAskedIsToldThatAnotherPersonDecides() {
        send(LEAD, "acceptance", Map.of());
        for (String measure : List.of("3.1", "3.2", "3.3")) {
            send(LEAD, "progress", evidence(measure));
        }
        Map<String, String> both = session("两岗一人", LEAD, COORDINATOR);
        given().cookies(both)
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParams(Map.of("note", "完成"))
                .post(path("close-requests"))
                .then()
                .statusCode(303);

        String page = given().cookies(both).get(path("")).body().asString();

        assertThat(page).contains("须由另一人核验和销号");
        assertThat(BUTTON.matcher(page).results().map(found -> found.group(1))).containsExactly("return");
    }

    @Test
    void theListFiltersByUnitAndStateAndSpeaksEnglish() {
        String all = given().cookies(session(COORDINATOR, COORDINATOR))
                .get("/task/tasks?unit=GY-KJJ-BGS&state=ISSUED")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
        assertThat(all).contains(task).contains("强化政务信息公开").contains("<option value=\"GY-KJJ-BGS\" selected>");

        given().cookies(session(COORDINATOR, COORDINATOR))
                .get("/task/tasks?unit=NOBODY")
                .then()
                .statusCode(400);
        assertThat(given().cookies(session(COORDINATOR, COORDINATOR))
                        .get("/task/tasks?lang=en")
                        .body()
                        .asString())
                .contains("Rectification tasks");
    }

    @Test
    void formsFromElsewhereAndStrangersAreRefused() {
        given().cookies(session(LEAD, LEAD))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "http://evil.example")
                .contentType(ContentType.URLENC)
                .post(path("acceptance"))
                .then()
                .statusCode(403);
        given().cookies(session("section@GY-CZJ-YWK", "section@GY-CZJ-YWK"))
                .get(path(""))
                .then()
                .statusCode(404);
        assertThat(send(LEAD, "explosion", Map.of()).statusCode()).isEqualTo(404);
    }

    private static Map<String, String> evidence(String measure) {
        return Map.of(
                "measure",
                measure,
                "note",
                "已落实",
                "evidenceName",
                "办事指南（演示）",
                "evidenceKind",
                "DOCUMENT",
                "evidenceDate",
                "2024-03-01",
                "evidenceText",
                "演示");
    }

    private List<String> buttons(String post) {
        return BUTTON.matcher(page(post)).results().map(found -> found.group(1)).toList();
    }

    private String page(String post) {
        return given().cookies(session(post, post))
                .get(path(""))
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
    }

    private Response send(String post, String act, Map<String, String> form) {
        return given().cookies(session(post, post))
                .header("Sec-Fetch-Site", "same-origin")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(form)
                .post(path(act));
    }

    private Map<String, String> session(String subject, String... posts) {
        return SESSIONS.computeIfAbsent(
                subject, key -> RealParts.oidc().signIn(pages, subject, subject + "（测试）", posts));
    }

    private String path(String act) {
        return "/task/tasks/" + task + (act.isEmpty() ? "" : "/" + act);
    }
}
