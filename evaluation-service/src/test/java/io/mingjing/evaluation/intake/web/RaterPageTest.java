package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.OTHER_MATTER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.path.xml.XmlPath.CompatibilityMode;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rater's pages as a browser without scripts gets them. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RaterPageTest {

    private final City city;
    private final TestClock clock;

    RaterPageTest(City city, TestClock clock) {
        this.city = city;
        this.clock = clock;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void oneSmallDocumentWithEverythingInIt() throws IOException {
        Response page = open(city.visit("page-size", MATTER));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(zipped(page.asByteArray())).isLessThan(30 * 1024);
        assertThat(page.asString()).doesNotContain("http://", "https://", "src=", "<link", "@import", "url(");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void threeMattersStaySmallToo() throws IOException {
        Response page = open(city.visit("page-size-2", MATTER, OTHER_MATTER));

        assertThat(cards(page)).isEqualTo(2);
        assertThat(zipped(page.asByteArray())).isLessThan(30 * 1024);
    }

    @Test
    void worksWithoutScriptsAndChoosesNothingForTheRater() {
        Response page = open(city.visit("no-script", MATTER));
        XmlPath html = html(page);

        assertThat(html.getString("html.body.main.section.form.@method")).isEqualTo("post");
        assertThat(html.getString("html.body.main.section.form.@action")).isEqualTo("/r");
        assertThat(found(page, "name=\"level\" id=\"m1-l\\d\" value=\"(\\d)\""))
                .containsExactly("5", "4", "3", "2", "1");
        assertThat(page.asString())
                .contains("非常满意", "满意", "基本满意", "不满意", "非常不满意")
                .doesNotContain(" checked");
        assertThat(new TreeSet<>(found(page, "type=\"checkbox\" name=\"reasons\\d\" id=\"m1-r(\\w+)\"")))
                .hasSize(80);
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(level -> found(page, "name=\"(reasons" + level + ")\"")
                        .size()))
                .containsOnly(16);
        assertThat(found(page, "<(button) type=\"submit\"")).hasSize(1);
    }

    @Test
    void aForeignBrowserSeesTheSameBytesRatedOrNot() {
        String code = city.visit("spent-oracle", MATTER, OTHER_MATTER);
        Response before = open(code);

        send(code, MATTER, 1, "nonce-of-the-rater-000001").then().statusCode(200);
        Response after = open(code);
        Response withACookieOfItsOwn =
                given().cookie("mj_page", "nonce-of-somebody-else-01").get("/r/" + code);

        assertThat(after.asByteArray()).isEqualTo(before.asByteArray());
        assertThat(withACookieOfItsOwn.asByteArray()).isEqualTo(before.asByteArray());
        assertThat(headers(after)).isEqualTo(headers(before));
    }

    @Test
    void theRatersOwnBrowserSeesItsReceipt() {
        String code = city.visit("own-page", MATTER, OTHER_MATTER);
        String cookie = open(code).cookie("mj_page");
        String receipt = found(send(code, MATTER, 2, cookie), "class=\"receipt\" id=\"receipt\">([^<]+)<")
                .getFirst();

        Response again = given().cookie("mj_page", cookie).get("/r/" + code);

        assertThat(receipt).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(found(again, "class=\"receipt\">([^<]+)<")).containsExactly(receipt);
        assertThat(found(again, "<(form) ")).hasSize(1);
    }

    @Test
    void theCookieStaysWithTheRatersPages() {
        String setCookie = open(city.visit("cookie", MATTER)).header("Set-Cookie");

        assertThat(setCookie).contains("mj_page=", "HttpOnly", "SameSite=Lax").containsPattern("[Pp]ath=\"?/r\"?(;|$)");
    }

    @Test
    void allLevelsGetTheSameAnswer() {
        List<Integer> lengths = IntStream.rangeClosed(1, 5)
                .mapToObj(level -> {
                    Response answer =
                            send(city.visit("level-" + level, MATTER), MATTER, level, "nonce-of-all-levels-00" + level);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    return answer.asString()
                            .replaceAll("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}", "RECEIPT")
                            .hashCode();
                })
                .toList();

        assertThat(Set.copyOf(lengths)).hasSize(1);
    }

    @Test
    void anotherBrowserIsToldThatTheVisitIsRated() {
        String code = city.visit("already", MATTER);
        send(code, MATTER, 5, "nonce-of-the-first-000001").then().statusCode(200);

        Response second = send(code, MATTER, 1, "nonce-of-the-second-00001");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).contains("本次已评价").doesNotContain("class=\"receipt\"");
    }

    @Test
    void mistakesKeepTheAnswers() {
        String code = city.visit("mistake", MATTER);
        Response page = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("code", code)
                .formParam("matter", MATTER)
                .formParam("level", "2")
                .formParam("reasons2", "208", "214")
                .formParam("note", "字".repeat(501))
                .formParam("raterType", "ENTERPRISE")
                .post("/r");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("<title>错误：", "role=\"alert\"", "最多 500 字", "字".repeat(501));
        assertThat(found(page, "value=\"(\\w+)\"(?: required)? checked"))
                .containsExactly("2", "208", "214", "ENTERPRISE");
    }

    @Test
    void reasonsOfLevelsGivenUpDoNotCount() {
        String code = city.visit("changed-mind", MATTER);

        given().contentType("application/x-www-form-urlencoded")
                .formParam("code", code)
                .formParam("matter", MATTER)
                .formParam("level", "5")
                .formParam("reasons1", "108")
                .formParam("reasons5", "517")
                .post("/r")
                .then()
                .statusCode(200);
    }

    @Test
    void expiredAndForeignCodesAreSaidClearly() {
        String code = city.visit("expires", MATTER);
        clock.forward(Duration.ofDays(4));
        try {
            Response expired = open(code);
            assertThat(expired.statusCode()).isEqualTo(410);
            assertThat(expired.asString()).contains("评价码已过有效期");
            assertThat(send(code, MATTER, 5, "nonce-that-comes-too-late").statusCode())
                    .isEqualTo(410);
        } finally {
            clock.forward(Duration.ofDays(-4));
        }
        Response forged = open("AQ" + code.substring(2, 20) + "x" + code.substring(21));
        assertThat(forged.statusCode()).isEqualTo(404);
        assertThat(forged.asString()).contains("评价码无效");
    }

    @Test
    void speaksEnglishWhenAsked() {
        String code = city.visit("english", MATTER);

        Response page = given().get("/r/" + code + "?lang=en");

        assertThat(page.asString()).contains("lang=\"en\"", "Very satisfied", "Wrong samples in the guide");
    }

    private static Response open(String code) {
        return given().get("/r/" + code);
    }

    private static Response send(String code, String matter, int level, String cookie) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("mj_page", cookie)
                .formParam("code", code)
                .formParam("matter", matter)
                .formParam("level", level)
                .formParam("note", "")
                .post("/r");
    }

    private static int cards(Response page) {
        return found(page, "<(form) ").size();
    }

    private static List<String> found(Response page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page.asString())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static XmlPath html(Response page) {
        return new XmlPath(CompatibilityMode.HTML, page.asString());
    }

    private static List<String> headers(Response page) {
        return page.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Set-Cookie"))
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static int zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.size();
    }
}
