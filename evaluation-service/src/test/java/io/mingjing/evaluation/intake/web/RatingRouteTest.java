package io.mingjing.evaluation.intake.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The short way and the long way answer alike: whoever sends a rating cannot tell which one it went. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RatingRouteTest {

    private static final String NONCE = "nonce-of-the-two-ways-000000";

    /** Longer than the short way takes. */
    private static final String PADDING = " ".repeat(20_000);

    private final City city;

    RatingRouteTest(City city) {
        this.city = city;
    }

    @BeforeEach
    void found() {
        city.found();
    }

    @Test
    void aRatingSentAgainTheOtherWayGetsItsFirstReceipt() {
        String code = city.visit("ways-1", City.MATTER);

        Response first = post(body(code, City.MATTER, 4, NONCE));
        Response again = post(body(code, City.MATTER, 4, NONCE) + PADDING);
        Response foreign = post(body(code, City.MATTER, 1, NONCE + "-other"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString()).contains("ACCEPTED", "评价已收到");
        assertThat(headers(again)).isEqualTo(headers(first));
        assertThat(foreign.statusCode()).isEqualTo(200);
        assertThat(foreign.asString())
                .isEqualTo(post(body(code, City.MATTER, 1, NONCE + "-other") + PADDING)
                        .asString())
                .contains("ALREADY_RATED");
    }

    @Test
    void whatIsWrongIsSaidInTheSameWordsBothWays() {
        String code = city.visit("ways-2", City.MATTER);

        alike(body(code, City.MATTER, 9, NONCE), 422);
        alike(body(code, "NO-SUCH-MATTER", 5, NONCE), 422);
        alike(body("not-a-code", City.MATTER, 5, NONCE), 404);
        alike(body(code, City.MATTER, 5, "short"), 422);
        alike("{\"code\":\"" + code + "\",\"colour\":\"red\",\"nonce\":\"" + NONCE + "\"}", 400);
        alike("null", 400);
    }

    @Test
    void withoutANonceTheAnswerBringsTheCookieOfAPage() {
        String code = city.visit("ways-3", City.MATTER);

        Response answer = post("{\"code\":\"%s\",\"matter\":\"%s\",\"level\":5}".formatted(code, City.MATTER));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.cookie(RaterAnswers.COOKIE)).isNotBlank();
    }

    @Test
    void theLanguageThatWasAskedForIsSpokenBothWays() {
        String body = body(city.visit("ways-4", City.MATTER), City.MATTER, 5, NONCE);

        assertThat(posting(body).queryParam("lang", "en").post("/r").asString()).contains("The rating was received");
        assertThat(posting(body + PADDING).queryParam("lang", "en").post("/r").asString())
                .contains("The rating was received");
    }

    private static void alike(String body, int status) {
        Response oneWay = post(body);
        Response otherWay = post(body + PADDING);

        assertThat(oneWay.statusCode()).as(body).isEqualTo(status);
        assertThat(otherWay.statusCode()).isEqualTo(status);
        assertThat(oneWay.contentType()).isEqualTo(otherWay.contentType());
        assertThat(oneWay.asString()).isEqualTo(otherWay.asString());
        assertThat(headers(oneWay)).isEqualTo(headers(otherWay));
    }

    private static Set<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.hasSameNameAs(new Header("Content-Length", "")))
                .map(header -> header.getName().toLowerCase(java.util.Locale.ROOT) + ": " + header.getValue())
                .collect(Collectors.toSet());
    }

    private static Response post(String body) {
        return posting(body).post("/r");
    }

    private static io.restassured.specification.RequestSpecification posting(String body) {
        return given().contentType(ContentType.JSON).accept(ContentType.JSON).body(body);
    }

    private static String body(String code, String matter, int level, String nonce) {
        return "{\"code\":\"%s\",\"matter\":\"%s\",\"level\":%d,\"nonce\":\"%s\"}"
                .formatted(code, matter, level, nonce);
    }
}
