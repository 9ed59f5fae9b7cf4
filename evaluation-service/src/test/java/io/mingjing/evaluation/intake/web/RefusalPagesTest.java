package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every way in which a rater's page can refuse, as a browser without JavaScript meets it: a whole page in Chinese, English
 * by its switch, and what to do; never the document a program gets. Without keys: {@link NoKeysTest}; too many tries:
 * {@link LimitsTest}.
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RefusalPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private final City city;
    private final Raters raters;
    private final TestClock clock;
    private String code = "";
    private String expired = "";
    private String withdrawn = "";
    private String place = "";

    RefusalPagesTest(City city, Raters raters, TestClock clock) {
        this.city = city;
        this.raters = raters;
        this.clock = clock;
    }

    /**
     * A refusal.
     *
     * @param zh what the page says in Chinese
     * @param en the same in English
     */
    private record Outcome(
            String name, int status, String zh, String en, Function<RequestSpecification, Response> asked) {}

    @BeforeEach
    void codes() {
        city.found();
        expired = city.visit("refused-" + UUID.randomUUID(), MATTER);
        clock.forward(Duration.ofDays(5));
        code = raters.visitAt("W1", "refused-" + UUID.randomUUID(), clock.today(), MATTER);
        var posted = raters.post("NOTICE_BOARD", "W1");
        withdrawn = City.codeOf(posted.getString("url"));
        City.as("operations@GY")
                .body(Map.of("reason", "换新"))
                .post("/api/v1/posted-codes/" + posted.getString("id") + "/withdrawal")
                .then()
                .statusCode(200);
        place = raters.placeCode("NOTICE_BOARD", "W1");
    }

    @AfterEach
    void end() {
        clock.set(Instant.now());
    }

    @TestFactory
    Stream<DynamicTest> eachIsAPageInBothLanguages() {
        return outcomes()
                .flatMap(outcome -> Stream.of(
                        DynamicTest.dynamicTest(
                                outcome.name() + " zh", () -> isPage(outcome, "zh", outcome.zh(), "English")),
                        DynamicTest.dynamicTest(
                                outcome.name() + " en", () -> isPage(outcome, "en", outcome.en(), "中文"))));
    }

    private void isPage(Outcome outcome, String language, String words, String other) {
        Response page = outcome.asked()
                .apply(given().cookie("lang", language)
                        .header("Accept", "text/html,application/xhtml+xml,application/json;q=0.5"));

        assertThat(page.statusCode()).isEqualTo(outcome.status());
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.asString())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"" + ("zh".equals(language) ? "zh-CN" : "en") + "\">")
                .contains(words)
                .containsPattern("class=\"lang\" href=\"[^\"]*\\?lang=[a-z]{2}\"[^>]*>" + other)
                .contains("role=\"alert\"")
                .doesNotContain("urn:mingjing");
    }

    private Stream<Outcome> outcomes() {
        return Stream.of(
                new Outcome("form of no code", 404, "评价码无效", "not valid", ask -> ask.get("/r/nonsense")),
                new Outcome("form of an expired code", 410, "有效期", "expired", ask -> ask.get("/r/" + expired)),
                new Outcome(
                        "form of a code that is no longer in use",
                        410,
                        "停止使用",
                        "no longer in use",
                        ask -> ask.get("/r/" + withdrawn)),
                rating("no code", 404, "没有提交任何内容", "Nothing was sent", Map.of("level", 5)),
                rating(
                        "expired code",
                        410,
                        "没有提交任何内容",
                        "Nothing was sent",
                        Map.of("code", expired, "matter", MATTER, "level", 5)),
                rating(
                        "code no longer in use",
                        410,
                        "没有提交任何内容",
                        "Nothing was sent",
                        Map.of("code", withdrawn, "level", 5)),
                rating(
                        "place without its ticket",
                        410,
                        "重新扫描",
                        "Scan the code again",
                        Map.of("code", place, "level", 5)),
                rating(
                        "matter that is none of the visit's",
                        422,
                        "没有提交任何内容",
                        "Nothing was sent",
                        Map.of("code", code, "matter", "no such", "level", 5)),
                rating("no level", 422, "评价还没有提交", "The rating was not sent", Map.of("code", code, "matter", MATTER)),
                new Outcome(
                        "contested without a code", 404, "没有提交任何内容", "Nothing was sent", ask -> ask.contentType(FORM)
                                .formParam("matter", MATTER)
                                .post("/r/contested")),
                new Outcome("bad encoding", 400, "编码有误", "not encoded correctly", ask -> ask.contentType(FORM)
                        .body("code=%zz")
                        .post("/r")),
                new Outcome(
                        "bad encoding of a receipt", 400, "编码有误", "not encoded correctly", ask -> ask.contentType(FORM)
                                .body("receipt=%zz")
                                .post("/r/receipt")),
                new Outcome("files", 415, "没有提交任何内容", "Nothing was sent", ask -> ask.multiPart("level", "5")
                        .post("/r")),
                new Outcome("no such way", 405, "不支持", "not supported", ask -> ask.put("/r/receipt")),
                new Outcome("no such page", 404, "没有找到", "Not found", ask -> ask.get("/r/receipt/nothing/here")),
                receipt(
                        "unknown receipt",
                        "",
                        404,
                        "没有找到这个回执码",
                        "no such receipt code",
                        Map.of("receipt", "0000000000000")),
                receipt(
                        "second without a level",
                        "/second",
                        404,
                        "没有找到这个回执码",
                        "no such receipt code",
                        Map.of("receipt", "0000000000000")),
                receipt(
                        "contact without a number",
                        "/contact",
                        422,
                        "请填写手机号码",
                        "give a mobile number",
                        Map.of("receipt", "0000000000000")),
                receipt(
                        "chip of an unknown receipt",
                        "/coercion",
                        404,
                        "没有找到这个回执码",
                        "no such receipt code",
                        Map.of("receipt", "0000000000000")),
                receipt(
                        "control characters",
                        "/second",
                        400,
                        "返回上一页",
                        "Go back one page",
                        Map.of("receipt", "0000000000000", "level", 5, "note", "a\u0000b")));
    }

    private static Outcome rating(String name, int status, String zh, String en, Map<String, ?> fields) {
        return new Outcome(name, status, zh, en, ask -> ask.contentType(FORM)
                .formParams(fields)
                .post("/r"));
    }

    private static Outcome receipt(String name, String path, int status, String zh, String en, Map<String, ?> fields) {
        return new Outcome(name, status, zh, en, ask -> ask.contentType(FORM)
                .formParams(fields)
                .post("/r/receipt" + path));
    }
}
