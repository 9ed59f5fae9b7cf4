package io.mingjing.evaluation.attack;

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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever keeps a code (the clerk has them all) cannot ask the service whether it was used: answers to a browser that did
 * not rate have the same bytes, length and headers (anonymity rule K7, test 6), and so have answers to all levels (test 7).
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ForeignBrowserTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    private final City city;
    private final TestClock clock;

    ForeignBrowserTest(City city, TestClock clock) {
        this.city = city;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        city.found();
    }

    @AfterEach
    void end() {
        clock.set(java.time.Instant.now());
    }

    @Test
    void aCodeThatWasSpentLooksLikeOneThatWasNot() {
        String code = city.visit("foreign-" + UUID.randomUUID(), MATTER, OTHER_MATTER);
        List<String> unspent = asked(code);

        rate(code, MATTER, 1, "nonce-of-the-rater-0001").then().statusCode(201);

        assertThat(asked(code)).isEqualTo(unspent);
        assertThat(unspent.getFirst()).startsWith("200").contains("id=\"m1-l5\"");
    }

    @Test
    void soDoesAnExpiredOne() {
        List<String> codes =
                city.visits(List.of("expired-" + UUID.randomUUID(), "expired-" + UUID.randomUUID()), MATTER);
        rate(codes.getFirst(), MATTER, 1, "nonce-of-the-rater-0002").then().statusCode(201);
        clock.forward(Duration.ofDays(5));

        List<String> spent = hidingTheCode(asked(codes.getFirst()), codes.getFirst());
        List<String> unspent = hidingTheCode(asked(codes.getLast()), codes.getLast());

        assertThat(spent).isEqualTo(unspent);
        assertThat(spent).allMatch(answer -> answer.startsWith("410") || answer.startsWith("422"));
    }

    @Test
    void answersToAllLevelsHaveTheSameBytesAndLength() {
        List<String> json = IntStream.rangeClosed(1, 5)
                .mapToObj(level -> text(rate(visit(), MATTER, level, "nonce-of-all-levels-00" + level)))
                .map(ForeignBrowserTest::withoutReceipt)
                .distinct()
                .toList();
        List<String> page = IntStream.rangeClosed(1, 5)
                .mapToObj(level -> text(given().contentType(FORM)
                        .cookie("mj_page", "nonce-of-all-pages-000" + level)
                        .formParam("code", visit())
                        .formParam("matter", MATTER)
                        .formParam("level", level)
                        .formParam("note", "")
                        .post("/r")))
                .map(ForeignBrowserTest::withoutReceipt)
                .distinct()
                .toList();

        assertThat(json).singleElement().asString().startsWith("201");
        assertThat(page).singleElement().asString().startsWith("200").contains("content-length");
    }

    private String visit() {
        return city.visit("levels-" + UUID.randomUUID(), MATTER);
    }

    /** All that can be asked with a code without spending it: the form, in both languages, and what is refused. */
    private static List<String> asked(String code) {
        Map<String, Object> badLevel = new HashMap<>(City.rating(code, MATTER, 6, "nonce-of-somebody-else"));
        Map<String, Object> badReason = new HashMap<>(City.rating(code, MATTER, 5, "nonce-of-somebody-else"));
        badReason.put("reasons", List.of("108"));
        Map<String, Object> badNote = new HashMap<>(City.rating(code, MATTER, 5, "nonce-of-somebody-else"));
        badNote.put("note", "字".repeat(501));
        return List.of(
                text(given().get("/r/" + code)),
                text(given().get("/r/" + code + "?lang=en")),
                text(given().cookie("mj_page", "nonce-of-somebody-else").get("/r/" + code)),
                text(given().header("Accept-Encoding", "gzip").get("/r/" + code)),
                text(given().contentType(ContentType.JSON).body(badLevel).post("/r")),
                text(given().contentType(ContentType.JSON).body(badReason).post("/r")),
                text(given().contentType(ContentType.JSON).body(badNote).post("/r")),
                text(rate(code, "no such matter", 5, "nonce-of-somebody-else")),
                text(rate(code, MATTER, 5, "short")),
                text(form(code).post("/r")),
                text(form(code).post("/r/contested")),
                text(form(code).formParam("contested", "true").post("/r")));
    }

    private static RequestSpecification form(String code) {
        return given().contentType(FORM)
                .cookie("mj_page", "nonce-of-somebody-else")
                .formParam("code", code)
                .formParam("matter", MATTER);
    }

    private static Response rate(String code, String matter, int level, String nonce) {
        return given().contentType(ContentType.JSON)
                .body(City.rating(code, matter, level, nonce))
                .post("/r");
    }

    private static List<String> hidingTheCode(List<String> answers, String code) {
        return answers.stream().map(answer -> answer.replace(code, "CODE")).toList();
    }

    private static String withoutReceipt(String text) {
        return text.replaceAll("[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{5}", "RECEIPT")
                .replaceAll("nonce-of-all-(levels|pages)-0+[1-5]", "NONCE");
    }

    /** A fresh page's own cookie is random and says nothing. */
    private static String text(Response answer) {
        return answer.statusCode() + "\n"
                + answer.headers().asList().stream()
                        .filter(header -> !header.getName().equalsIgnoreCase("date"))
                        .map(header -> header.getName().equalsIgnoreCase("set-cookie")
                                ? header.getValue().replaceAll("mj_page=\"?[\\w-]+|Expires=[^;]+", "")
                                : header.toString())
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + "\n" + answer.asString();
    }
}
