package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.OTHER_MATTER;
import static io.mingjing.evaluation.intake.Raters.form;
import static io.mingjing.evaluation.intake.Raters.hidden;
import static io.mingjing.evaluation.intake.Raters.receipt;
import static io.mingjing.evaluation.intake.Raters.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that many use: no cookie, no trace of who was there before, and the same for all levels. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class KioskTest {

    private final City city;
    private final Raters raters;
    private String kiosk = "";

    KioskTest(City city, Raters raters) {
        this.city = city;
        this.raters = raters;
    }

    @BeforeEach
    void aKioskInTheHall() {
        city.found();
        Raters.put("points/K1", Map.of("name", "一楼评价机", "kind", "KIOSK", "hall", "H1", "ownerUnit", "GY-KJJ-CGK"));
        kiosk = raters.placeCode("KIOSK", "K1");
    }

    @Test
    void itsPageKeepsNoCookieAndBeginsAnew() {
        Response page = given().cookie("mj_page", "nonce-of-somebody-before-1").get("/r/" + kiosk);

        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.asString())
                .contains("data-start=\"/r/" + kiosk + "\"", "秒无人触摸后清空", "name=\"nonce\"")
                .doesNotContain("?lang=");
        assertThat(hidden(page).get("nonce"))
                .isNotEqualTo(hidden(given().get("/r/" + kiosk)).get("nonce"));
    }

    @Test
    void aRatingThereIsATerminalsAndShowsItsReceiptAsText() {
        Map<String, String> fields = hidden(given().get("/r/" + kiosk));

        Response answer = form(null, with(Map.copyOf(fields), "level", 1, "reasons1", "115"));
        RatingRecord rating = raters.opened(receipt(answer));

        assertThat(rating.pf()).isEqualTo(5);
        assertThat(rating.stream()).isEqualTo(Streams.PLACE);
        assertThat(rating.marks().flags()).doesNotContain("dev");
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString())
                .contains("data-start=\"/r/" + kiosk + "\" data-done", "href=\"/r/" + kiosk + "\"")
                .doesNotContain("/r/receipt", "<svg", "<img");
        assertThat(receipt(form(null, with(Map.copyOf(fields), "level", 5)))).isEqualTo(receipt(answer));
    }

    @Test
    void aTabletAtAWindowIsOne() {
        String tablet = raters.placeCode("KIOSK", "W1");
        Map<String, String> fields = hidden(given().get("/r/" + tablet));

        assertThat(raters.opened(receipt(form(null, with(Map.copyOf(fields), "level", 4))))
                        .pf())
                .isEqualTo(4);
    }

    @Test
    void aVisitsSlipIsScannedInTheBody() {
        String code = city.visit("slip-at-a-kiosk", MATTER, OTHER_MATTER);

        Response page = scanned("http://example/r/" + code, kiosk);
        Response answer = form("nonce-of-no-cookie-000001", with(Map.copyOf(hidden(page)), "level", 2));
        RatingRecord rating = raters.opened(receipt(answer));

        assertThat(page.asString()).contains("科技成果登记", "data-start=\"/r/" + kiosk + "\"");
        assertThat(rating.stream()).isEqualTo(Streams.VISIT);
        assertThat(rating.pf()).isEqualTo(5);
        assertThat(answer.asString()).contains("action=\"/r/kiosk\"", "继续评价").doesNotContain("href=\"/r/" + code);
        Response another = form(null, with(Map.copyOf(hidden(scanned(code, kiosk))), "level", 5));
        assertThat(another.asString()).contains("本次已评价", "name=\"kiosk\" value=\"" + kiosk);
    }

    @Test
    void aDeviceWithoutAPlaceBeginsWithTheField() {
        Response start = given().get("/r/kiosk");
        Response opened = scanned(kiosk, "");
        Response wrong = scanned("nonsense", kiosk);

        assertThat(start.asString()).contains("data-start=\"/r/kiosk\"", "<label class=\"name\" for=\"scan\">");
        assertThat(opened.asString()).contains("data-start=\"/r/" + kiosk, "请您评价这里的服务");
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(wrong.asString()).contains("role=\"alert\"", "data-done", "value=\"" + kiosk);
        assertThat(List.of(start, opened, wrong)).allMatch(page -> page.header("Set-Cookie") == null);
    }

    /** A cookie would be there for the next person, so the language travels in the forms of one person's pages. */
    @Test
    void itSpeaksEnglishToOnePersonAndBeginsInChinese() {
        Response chinese = given().cookie("lang", "en").get("/r/" + kiosk);
        assertThat(chinese.asString()).contains("lang=\"zh-CN\"", "请您评价这里的服务", ">English</button>");

        Response english = speaking(kiosk, kiosk, "en");
        assertThat(english.asString())
                .contains(
                        "<html lang=\"en\">",
                        "Please rate the service here",
                        ">中文</button>",
                        "name=\"speak\" value=\"en\"")
                .contains("data-start=\"/r/" + kiosk + "\"");
        assertThat(english.header("Set-Cookie")).isNull();
        Map<String, String> fields = hidden(english);
        Response mistake = form(null, with(Map.copyOf(fields), "note", "slow"));
        assertThat(mistake.statusCode()).isEqualTo(422);
        assertThat(mistake.asString()).contains("The rating was not sent", "name=\"speak\" value=\"en\"");
        Response accepted = form(null, with(Map.copyOf(fields), "level", 5));
        assertThat(accepted.asString())
                .contains("Your rating was received", "data-start=\"/r/" + kiosk + "\" data-done");
        assertThat(List.of(mistake, accepted)).allMatch(page -> page.header("Set-Cookie") == null);

        assertThat(given().get("/r/" + kiosk).asString()).contains("请您评价这里的服务");
    }

    @Test
    void theFieldForAScannerSpeaksEnglishToo() {
        String code = city.visit("english-slip-at-a-kiosk", MATTER, OTHER_MATTER);

        Response start = speaking("", "", "en");
        Response wrong = speaking("nonsense", "", "en");
        Response visit = speaking(code, "", "en");
        Response answer = form(null, with(Map.copyOf(hidden(visit)), "level", 4));
        Response another = form(null, with(Map.copyOf(hidden(speaking(code, "", "en"))), "level", 5));
        Response contested = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("code", code, "matter", MATTER, "kiosk", "", "speak", "en"))
                .post("/r/contested");

        assertThat(start.statusCode()).isEqualTo(200);
        assertThat(start.asString())
                .contains("Scan your code", "data-start=\"/r/kiosk\"")
                .doesNotContain("data-done", "role=\"alert\"");
        assertThat(wrong.asString()).contains("<html lang=\"en\">", "role=\"alert\"");
        assertThat(visit.asString()).contains("Please rate this visit", "name=\"code\" value=\"" + code);
        assertThat(answer.asString()).contains("This visit has other matters", "name=\"speak\" value=\"en\"");
        assertThat(another.asString()).contains("This visit is rated already", "name=\"speak\" value=\"en\"");
        assertThat(contested.asString()).contains("rate beside it", "name=\"speak\" value=\"en\"");
        assertThat(given().get("/r/kiosk").asString()).contains("请扫描评价码");
    }

    @Test
    void allLevelsGetTheSameAnswer() {
        Set<String> answers = IntStream.rangeClosed(1, 5)
                .mapToObj(level -> {
                    Map<String, String> fields = hidden(given().get("/r/" + kiosk));
                    Response answer = form(null, with(Map.copyOf(fields), "level", level));
                    return answer.asString().replace(receipt(answer), "RECEIPT") + answer.headers();
                })
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
    }

    @Test
    void mistakesKeepTheNonceAndTheAnswers() {
        Map<String, String> fields = hidden(given().get("/r/" + kiosk));

        Response mistake = form(null, with(Map.copyOf(fields), "note", "等了很久"));

        assertThat(mistake.statusCode()).isEqualTo(422);
        assertThat(mistake.header("Set-Cookie")).isNull();
        assertThat(hidden(mistake)).isEqualTo(fields);
        assertThat(mistake.asString()).contains(">等了很久</textarea>");
    }

    private static Response speaking(String code, String kiosk, String language) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("code", code)
                .formParam("kiosk", kiosk)
                .formParam("speak", language)
                .post("/r/kiosk");
    }

    private static Response scanned(String code, String kiosk) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("code", code)
                .formParam("kiosk", kiosk)
                .post("/r/kiosk");
    }
}
