package io.mingjing.evaluation.intake.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.code.domain.CodeLayout;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service without its key file says 503 to raters, makes no key of its own and stores nothing. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@QuarkusTestResource(value = NoKeysTest.WithoutKeys.class, restrictToAnnotatedClass = true)
class NoKeysTest {

    /** Comes after the real parts and takes the key file away. */
    public static final class WithoutKeys implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            return Map.of("mingjing.keys.file", "/nowhere/keys");
        }

        @Override
        public void stop() {}
    }

    private final AgroalDataSource database;

    NoKeysTest(AgroalDataSource database) {
        this.database = database;
    }

    @Test
    void ratersAreAskedToComeBackLater() throws SQLException {
        String code = code();

        var page = given().get("/r/" + code);
        var form = given().contentType("application/x-www-form-urlencoded")
                .formParam("code", code)
                .formParam("level", 5)
                .post("/r");
        var json = given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "level", 5))
                .post("/r");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(form.statusCode()).isEqualTo(503);
        assertThat(form.header("Retry-After")).isNotBlank();
        assertThat(json.statusCode()).isEqualTo(503);
        assertThat(json.<String>path("type")).isEqualTo("urn:mingjing:problem:evaluation:keys-locked");
        assertThat(given().get("/r/" + "A".repeat(60)).statusCode()).isEqualTo(404);
        assertThat(count("intake") + count("day_key") + count("service_key") + count("key_canary"))
                .isZero();
    }

    /** Without JavaScript nothing sends it again, so the page must say what became of the answer, and keep it. */
    @Test
    void aFormIsAnsweredWithAPageThatKeepsWhatWasFilledIn() {
        Map<String, Object> sent =
                Map.of("code", code(), "matter", "M-1", "level", 2, "reasons2", List.of("214"), "note", "<等了\"一上午\">");

        Response zh = form("/r", sent);
        Response en = form("/r?lang=en", sent);

        assertThat(zh.statusCode()).isEqualTo(503);
        assertThat(zh.header("Retry-After")).isEqualTo("30");
        assertThat(zh.contentType()).startsWith("text/html");
        assertThat(zh.header("Content-Security-Policy")).contains("default-src 'none'", "sha256-");
        assertThat(zh.asString())
                .contains(
                        "<html lang=\"zh-CN\">",
                        "<main data-mj",
                        "您的评价没有提交",
                        "您填写的内容还在本页",
                        "再次提交",
                        "name=\"level\" value=\"2\"",
                        "name=\"reasons2\" value=\"214\"",
                        "value=\"&lt;等了&quot;一上午&quot;&gt;\"",
                        "href=\"/r?lang=en\"");
        assertThat(en.asString()).contains("<html lang=\"en\">", "your rating was not sent", "Send again", ">中文<");
        assertThat(given().redirects().follow(false).get("/r?lang=en").asString())
                .contains("Scan the code you were given");
    }

    @Test
    void aKioskForgetsItAfterAWhile() {
        Response kiosk = form(
                "/r",
                Map.of("code", code(), "level", 2, "kiosk", "", "nonce", "nonce-of-a-locked-kiosk", "speak", "en"));
        Response scan = form("/r/kiosk", Map.of("code", code(), "kiosk", "", "speak", "en"));

        assertThat(kiosk.statusCode()).isEqualTo(503);
        assertThat(kiosk.asString())
                .contains("data-start=\"/r/kiosk\" data-done", "Send again", "name=\"speak\" value=\"en\"")
                .doesNotContain("?lang=");
        assertThat(scan.statusCode()).isEqualTo(503);
        assertThat(scan.header("Retry-After")).isEqualTo("30");
        assertThat(scan.asString()).contains("data-start=\"/r/kiosk\" data-done", "are not ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/receipt", "/r/receipt/second", "/r/receipt/contact", "/r/receipt/coercion"})
    void receiptsAreAskedForAgainLater(String path) {
        Response page = form(
                path,
                Map.of(
                        "receipt", "0000000000000",
                        "level", 5,
                        "phone", "13800138000",
                        "address", "王先生",
                        "consent", "yes"));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotBlank();
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("href=\"/r/receipt?lang=en\"", "name=\"receipt\"", "不受影响");
    }

    @Test
    void theFormItselfSaysWhenToOpenItAgain() {
        Response page = given().header("Accept", "text/html").get("/r/" + code());

        assertThat(page.header("Retry-After")).isEqualTo("30");
        assertThat(page.asString()).contains("30 秒后重新打开本页", "href=\"?lang=en\"").doesNotContain(code());
    }

    private static Response form(String path, Map<String, ?> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .formParams(fields)
                .post(path);
    }

    private static String code() {
        return CodeLayout.text(
                CodeLayout.signed(
                        1, new VisitCode(new byte[16], 7, List.of(1), RaterType.UNKNOWN, LocalDate.of(2030, 1, 1))),
                new byte[CodeLayout.MAC_BYTES]);
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
