package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.mingjing.evaluation.intake.Raters.form;
import static io.mingjing.evaluation.intake.Raters.hidden;
import static io.mingjing.evaluation.intake.Raters.json;
import static io.mingjing.evaluation.intake.Raters.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries are limited by code and by page; an address counts for place codes alone. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@TestProfile(LimitsTest.LowLimits.class)
class LimitsTest {

    /** Limits that a test reaches. */
    public static final class LowLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mingjing.intake.limits.code-per-minute", "3",
                    "mingjing.intake.limits.page-per-minute", "5",
                    "mingjing.intake.limits.address-per-minute", "8");
        }
    }

    private final City city;
    private final Raters raters;
    private final TestClock clock;

    LimitsTest(City city, Raters raters, TestClock clock) {
        this.city = city;
        this.raters = raters;
        this.clock = clock;
    }

    /** Each test has a minute of its own, and begins at its first second. */
    @BeforeEach
    void aNewMinute() {
        city.found();
        long second = clock.now().getEpochSecond();
        clock.set(Instant.ofEpochSecond(second - second % 60 + 60));
    }

    @Test
    void oneCodeMayBeTriedSoOften() {
        String code = city.visit("limit-code", MATTER);
        IntStream.range(0, 3).forEach(page -> assertThat(json(rating(code, MATTER, 5, "nonce-of-limited-page-" + page))
                        .statusCode())
                .isLessThan(300));

        Response limited = json(rating(code, MATTER, 5, "nonce-of-limited-page-4"));

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
        assertThat(limited.<String>path("type")).isEqualTo("urn:mingjing:problem:common:too-many");
        clock.forward(Duration.ofMinutes(1));
        assertThat(json(rating(code, MATTER, 5, "nonce-of-limited-page-4")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageGetsItsFormBackWithWhatWasInIt() {
        String cookie = "nonce-of-one-limited-page";
        for (int visit = 0; visit < 5; visit++) {
            form(cookie, Map.of("code", city.visit("limit-page-" + visit, MATTER), "matter", MATTER, "level", 5))
                    .then()
                    .statusCode(200);
        }
        String code = city.visit("limit-page-5", MATTER);

        Response limited = form(cookie, Map.of("code", code, "matter", MATTER, "level", 2, "note", "排队很久"));

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isNotBlank();
        assertThat(limited.contentType()).startsWith("text/html");
        assertThat(limited.asString()).contains("提交过于频繁", ">排队很久</textarea>", "value=\"2\" required checked");
    }

    @Test
    void aMistakeGivesTheTryBack() {
        String code = city.visit("limit-mistakes", MATTER);
        String cookie = "nonce-of-many-mistakes-01";
        for (int mistake = 0; mistake < 10; mistake++) {
            form(cookie, Map.of("code", code, "matter", MATTER)).then().statusCode(422);
        }

        assertThat(form(cookie, Map.of("code", code, "matter", MATTER, "level", 5))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAddressCountsForPlacesAlone() {
        String place = raters.placeCode("NOTICE_BOARD", "W1");
        for (int passer = 0; passer < 8; passer++) {
            scanAndRate(place, passer).then().statusCode(200);
        }

        assertThat(scanAndRate(place, 8).statusCode()).isEqualTo(429);
        for (int visitor = 0; visitor < 20; visitor++) {
            String code = city.visit("limit-hall-" + visitor, MATTER);
            json(rating(code, MATTER, 4, "nonce-of-a-hall-visitor-" + visitor))
                    .then()
                    .statusCode(201);
        }
    }

    private static Response scanAndRate(String place, int passer) {
        Map<String, String> fields = hidden(given().get("/r/" + place));
        return form("nonce-of-passer-by-number-" + passer, with(Map.copyOf(fields), "level", 5));
    }
}
