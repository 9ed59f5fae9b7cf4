package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.as;
import static io.mingjing.evaluation.intake.Raters.form;
import static io.mingjing.evaluation.intake.Raters.hidden;
import static io.mingjing.evaluation.intake.Raters.json;
import static io.mingjing.evaluation.intake.Raters.receipt;
import static io.mingjing.evaluation.intake.Raters.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A printed place code opens the form with a ticket that is good for one rating, in a stream of its own. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PlaceRatingTest {

    private static final String COOKIE = "nonce-of-a-passer-by-0001";

    private final City city;
    private final Raters raters;
    private final TestClock clock;

    PlaceRatingTest(City city, Raters raters, TestClock clock) {
        this.city = city;
        this.raters = raters;
        this.clock = clock;
    }

    @BeforeEach
    void aCity() {
        city.found();
        Raters.put("matters/M-CGK", Map.of("name", "成果登记（本科室）", "ownerUnit", "GY-KJJ-CGK"));
        Raters.put("matters/M-ZGK", Map.of("name", "资金拨付（别的科室）", "ownerUnit", "GY-KJJ-ZGK"));
    }

    @Test
    void aScanGivesATicketAndTheTicketOneRating() {
        Response page = given().get("/r/" + raters.placeCode("WINDOW", "W1"));
        Map<String, String> fields = hidden(page);
        long before = raters.rows();

        Response accepted = form(COOKIE, with(Map.copyOf(fields), "level", 2, "reasons2", "214"));
        RatingRecord rating = raters.opened(receipt(accepted));
        Response again = form(COOKIE, with(Map.copyOf(fields), "level", 5, "matter", "M-CGK"));
        Response another = form("nonce-of-another-phone-01", with(Map.copyOf(fields), "level", 5));

        assertThat(page.asString()).contains("请您评价这里的服务").doesNotContain(" checked");
        assertThat(rating.stream()).isEqualTo(Streams.PLACE);
        assertThat(rating.matter()).isEqualTo(RatingRecord.NO_MATTER);
        assertThat(rating.level()).isEqualTo(2);
        assertThat(rating.reasons()).containsExactly("214");
        assertThat(rating.visitDay()).isEqualTo(clock.today());
        assertThat(rating.ownerUnit()).isEqualTo("GY-KJJ-CGK");
        assertThat(receipt(again)).isEqualTo(receipt(accepted));
        assertThat(another.asString()).contains("本次已评价").doesNotContain("不是我评的");
        assertThat(raters.rows()).isEqualTo(before + 1);
    }

    @Test
    void eachScanIsARaterOfItsOwn() {
        String code = raters.placeCode("NOTICE_BOARD", "W1");
        Map<String, String> one = hidden(given().get("/r/" + code));
        Map<String, String> other = hidden(given().get("/r/" + code));

        String first = receipt(form(COOKIE, with(Map.copyOf(one), "level", 5)));
        String second = receipt(form(COOKIE, with(Map.copyOf(other), "level", 5)));

        assertThat(one.get("ticket")).isNotEqualTo(other.get("ticket"));
        assertThat(raters.opened(first).visitTag())
                .isNotEqualTo(raters.opened(second).visitTag());
    }

    @Test
    void aMatterOfItsUnitMayBeNamedAndAnotherMayNot() {
        String code = raters.placeCode("SECTION_DOOR", "W1");
        Response page = given().get("/r/" + code);

        assertThat(page.asString()).contains("<option value=\"M-CGK\">").doesNotContain("M-ZGK");
        String receipt = receipt(form(COOKIE, with(Map.copyOf(hidden(page)), "level", 4, "matter", "M-CGK")));
        assertThat(raters.opened(receipt).matter()).isEqualTo("M-CGK");
        Response foreign =
                form(COOKIE, with(Map.copyOf(hidden(given().get("/r/" + code))), "level", 4, "matter", "M-ZGK"));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.asString()).contains("href=\"#m1-matter\"");
    }

    @ParameterizedTest
    @CsvSource({"withdrawal, 停用", "damage, 损坏"})
    void aCodeThatEndedTakesNothingAndSaysWhatToDo(String how, String word) {
        JsonPath posted = raters.post("WINDOW", "W1");
        String code = City.codeOf(posted.getString("url"));
        Map<String, String> fields = hidden(given().get("/r/" + code));
        long before = raters.rows();

        as("operations@GY")
                .body(Map.of("reason", "换新"))
                .post("/api/v1/posted-codes/" + posted.getString("id") + "/" + how)
                .then()
                .statusCode(200);
        Response page = given().get("/r/" + code);
        Response late = form(COOKIE, with(Map.copyOf(fields), "level", 5));

        for (Response answer : new Response[] {page, late}) {
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.asString()).contains(word, "请扫描现场新张贴的二维码", "12345");
        }
        assertThat(raters.rows()).isEqualTo(before);
    }

    @Test
    void aTicketIsGoodForItsOwnCodeAndForThreeDays() {
        String code = raters.placeCode("WINDOW", "W1");
        String elsewhere = raters.placeCode("WINDOW", "W2");
        Map<String, String> fields = hidden(given().get("/r/" + code));
        long before = raters.rows();

        assertThat(form(COOKIE, with(Map.copyOf(fields), "level", 5, "code", elsewhere))
                        .statusCode())
                .isEqualTo(410);
        assertThat(form(COOKIE, with(Map.copyOf(fields), "level", 5, "ticket", ""))
                        .statusCode())
                .isEqualTo(410);
        assertThat(json(Map.of("code", code, "level", 5)).statusCode()).isEqualTo(410);
        clock.forward(Duration.ofDays(4));
        try {
            assertThat(form(COOKIE, with(Map.copyOf(fields), "level", 5)).asString())
                    .contains("请重新扫描二维码");
        } finally {
            clock.forward(Duration.ofDays(-4));
        }
        assertThat(raters.rows()).isEqualTo(before);
        assertThat(form(COOKIE, with(Map.copyOf(fields), "level", 5)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void programsAreToldWhatACodeOpens() {
        String code = raters.placeCode("WINDOW", "W1");
        JsonPath opened = given().accept("application/json").get("/r/" + code).jsonPath();

        assertThat(opened.getString("kind")).isEqualTo("PLACE");
        assertThat(opened.getList("levels.level")).containsExactly(5, 4, 3, 2, 1);
        assertThat(opened.getList("matters.code")).contains("M-CGK");
        Response rated = json(Map.of(
                "code", code, "ticket", opened.getString("ticket"), "level", 3, "nonce", "nonce-of-a-program-00001"));
        assertThat(rated.statusCode()).isEqualTo(201);
        assertThat(raters.opened(rated.path("receipt")).stream()).isEqualTo(Streams.PLACE);

        String visit = city.visit("opened-by-a-program", MATTER);
        JsonPath other = given().accept("application/json").get("/r/" + visit).jsonPath();
        assertThat(other.getString("kind")).isEqualTo("VISIT");
        assertThat(other.getString("ticket")).isNull();
        assertThat(given().get("/r/" + visit).contentType()).startsWith("text/html");
    }
}
