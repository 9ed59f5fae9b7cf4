package io.mingjing.evaluation.code.api;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.as;
import static io.mingjing.evaluation.City.queueSystem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.application.VisitTags;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One visit, handed out on several channels (评价渠道): its code says which, and it is spent on all of them at once. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class VisitChannelsTest {

    private final City city;
    private final TestClock clock;
    private final VisitCodes codes;
    private final VisitTags tags;

    VisitChannelsTest(City city, TestClock clock, VisitCodes codes, VisitTags tags) {
        this.city = city;
        this.clock = clock;
        this.codes = codes;
        this.tags = tags;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aTextMessageCarriesItsChannelAndTheSameVisit() {
        city.visit("SMS-1", MATTER);

        JsonPath sms = queueSystem()
                .get("/api/v1/visits/SMS-1/sms")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        String text = sms.getString("text");
        String code = text.substring(text.indexOf("/r/") + 3, text.indexOf(" 有效至"));
        assertThat(text).startsWith("您的办件已办结，请评价：http").endsWith("日。窗口看不到是谁评的。");
        assertThat(sms.getInt("characters")).isEqualTo(text.length());
        assertThat(sms.getInt("parts")).isEqualTo(2);
        assertThat(codes.read(code)).isInstanceOfSatisfying(VisitCodes.Reading.Good.class, good -> {
            assertThat(good.code().channel()).isEqualTo(Channel.SMS);
            assertThat(good.code().tokenId()).isEqualTo(tags.tag(clock.today(), "SMS-1"));
        });
        as("clerk@GY-KJJ-ZGK").get("/api/v1/visits/SMS-1/sms").then().statusCode(404);
    }

    @Test
    void ratedOnOneChannelIsRatedOnAll() {
        String qr = city.visit("CH-1", MATTER);
        String tablet = City.codeOf(queueSystem()
                .get("/api/v1/visits/CH-1/address?channel=COUNTER_TABLET")
                .then()
                .statusCode(200)
                .body("validTo", equalTo(clock.today().plusDays(3).toString()))
                .extract()
                .path("url"));
        assertThat(tablet).isNotEqualTo(qr);

        assertThat(outcome(tablet, "nonce-of-the-tablet-0001")).isEqualTo("ACCEPTED");
        assertThat(outcome(qr, "nonce-of-somebody-else-1")).isEqualTo("ALREADY_RATED");
        for (String channel : List.of("TELEPHONE", "THIRD_PARTY", "DEFAULT", "qr")) {
            queueSystem()
                    .get("/api/v1/visits/CH-1/address?channel=" + channel)
                    .then()
                    .statusCode(400);
        }
    }

    private static String outcome(String code, String nonce) {
        return given().contentType(ContentType.JSON)
                .body(City.rating(code, MATTER, 5, nonce))
                .post("/r")
                .then()
                .extract()
                .path("outcome");
    }
}
