package io.mingjing.evaluation.code.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.OTHER_MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clerk's desk: two clicks to a code, and never a word about whether it was used. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class VisitPagesTest {

    private final City city;
    private final VisitRegister register;
    private final VisitStore visits;
    private final TestClock clock;

    @TestHTTPResource("/evaluation/visits")
    URI desk;

    VisitPagesTest(City city, VisitRegister register, VisitStore visits, TestClock clock) {
        this.city = city;
        this.register = register;
        this.visits = visits;
        this.clock = clock;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aVisitIsMadeWithTwoClicks() {
        RequestSpecification clerk = clerk("clerk@GY-KJJ-ZGK");
        Response page = clerk.get("/evaluation/visits");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("value=\"W2\" checked", "科技成果登记").doesNotContain("value=\"W1\"");

        Response made = posting("clerk@GY-KJJ-ZGK")
                .formParam("window", "W2")
                .formParam("matters", MATTER)
                .post("/evaluation/visits");

        assertThat(made.statusCode()).isEqualTo(303);
        String number =
                made.header("Location").substring(made.header("Location").lastIndexOf('/') + 1);
        assertThat(clerk("clerk@GY-KJJ-ZGK").get("/evaluation/visits/" + number).asString())
                .contains("<svg", "请办事人扫码评价");
        assertThat(visits.find(number)).get().satisfies(visit -> {
            assertThat(visit.confirmed()).isFalse();
            assertThat(visit.ownerUnit()).isEqualTo("GY-KJJ-ZGK");
        });
    }

    @Test
    void theNextVisitFindsWindowAndMatterChosen() {
        Response made = posting("clerk@GY-KJJ-ZGK")
                .formParam("window", "W2")
                .formParam("matters", OTHER_MATTER)
                .post("/evaluation/visits");
        String page = clerk("clerk@GY-KJJ-ZGK").get(made.header("Location")).asString();
        assertThat(page)
                .contains("政务服务中心（演示） · 科技咨询窗口", "回家再评", "看不到是谁评的")
                .contains("href=\"/evaluation/visits?window=W2&amp;matters=M2\"");

        String desk = clerk("clerk@GY-KJJ-ZGK")
                .get("/evaluation/visits?window=W2&matters=M2")
                .asString();

        assertThat(desk).contains("value=\"W2\" checked", "value=\"M2\" checked");
    }

    @Test
    void amongManyMattersOneLooksForTheRightOne() {
        for (int matter = 0; matter < 60; matter++) {
            City.as("operations@GY")
                    .body(Map.of("name", "许可第" + matter + "项"))
                    .put("/api/v1/matters/MANY-" + matter)
                    .then()
                    .statusCode(200);
        }

        assertThat(clerk("clerk@GY-KJJ-ZGK").get("/evaluation/visits").asString())
                .contains("找其他事项")
                .doesNotContain("许可第");
        assertThat(clerk("clerk@GY-KJJ-ZGK")
                        .queryParam("q", "第17")
                        .get("/evaluation/visits")
                        .asString())
                .contains("许可第17项", "value=\"第17\"")
                .doesNotContain("许可第18项");
    }

    @Test
    void theDeskLooksTheSameRatedOrNot() {
        posting("clerk@GY-KJJ-ZGK")
                .formParam("window", "W2")
                .formParam("matters", MATTER)
                .formParam("number", "DESK-1")
                .post("/evaluation/visits")
                .then()
                .statusCode(303);
        String list = clerk("clerk@GY-KJJ-ZGK").get("/evaluation/visits").asString();
        String code =
                clerk("clerk@GY-KJJ-ZGK").get("/evaluation/visits/W2~DESK-1").asString();
        assertThat(code).contains("<svg");

        given().contentType(ContentType.JSON)
                .body(rating(
                        City.codeOf(register.urlOf(visits.find("W2~DESK-1").orElseThrow())),
                        MATTER,
                        1,
                        "nonce-of-a-quiet-rater-1"))
                .post("/r")
                .then()
                .statusCode(201);

        assertThat(clerk("clerk@GY-KJJ-ZGK").get("/evaluation/visits").asString())
                .isEqualTo(list);
        assertThat(clerk("clerk@GY-KJJ-ZGK").get("/evaluation/visits/W2~DESK-1").asString())
                .isEqualTo(code);
    }

    @Test
    void aClerkCannotTakeTheRatingOfAVisitByTakingItsNumberFirst() {
        for (Map.Entry<String, String> window :
                Map.of("W2", "clerk@GY-KJJ-ZGK", "W1", "clerk@GY-KJJ-CGK").entrySet()) {
            posting(window.getValue())
                    .formParam("window", window.getKey())
                    .formParam("matters", MATTER)
                    .formParam("number", "TAKEN-1")
                    .post("/evaluation/visits")
                    .then()
                    .statusCode(303);
            String spent = City.codeOf(
                    register.urlOf(visits.find(window.getKey() + "~TAKEN-1").orElseThrow()));
            assertThat(outcome(spent, 5)).isEqualTo("ACCEPTED");
        }

        String visitors = city.visit("TAKEN-1", MATTER);

        assertThat(outcome(visitors, 1)).isEqualTo("ACCEPTED");
        assertThat(visits.find("TAKEN-1")).get().satisfies(visit -> {
            assertThat(visit.confirmed()).isTrue();
            assertThat(visit.window()).isEqualTo(City.WINDOW);
        });
        assertThat(visits.find("W1~TAKEN-1")).get().satisfies(visit -> assertThat(visit.confirmed())
                .isFalse());
    }

    private static String outcome(String code, int level) {
        return given().contentType(ContentType.JSON)
                .body(rating(code, MATTER, level, "nonce-of-" + level + "-" + code.substring(0, 30)))
                .post("/r")
                .then()
                .statusCode(201)
                .extract()
                .path("outcome");
    }

    @Test
    void whatIsMissingIsSaidAndTheRestIsKept() {
        Response page = posting("clerk@GY-KJJ-ZGK")
                .formParam("window", "W2")
                .formParam("number", "KEEP-1")
                .post("/evaluation/visits");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.asString())
                .contains("role=\"alert\"", "请填写 1 至 10 个事项", "value=\"KEEP-1\"", "value=\"W2\" checked");
    }

    @Test
    void anotherUnitsWindowsAndVisitsAreNotThere() {
        city.visit("foreign", MATTER);

        assertThat(posting("clerk@GY-KJJ-ZGK")
                        .formParam("window", "W1")
                        .formParam("matters", MATTER)
                        .post("/evaluation/visits")
                        .statusCode())
                .isEqualTo(404);
        assertThat(clerk("clerk@GY-KJJ-ZGK").get("/evaluation/visits/foreign").statusCode())
                .isEqualTo(404);
        assertThat(clerk("coordinator@GY-KJJ").get("/evaluation/visits").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anExpiredCodeIsNotShown() {
        city.visit("old-one", MATTER);
        clock.forward(java.time.Duration.ofDays(4));
        try {
            assertThat(clerk("clerk@GY-KJJ-CGK")
                            .get("/evaluation/visits/old-one")
                            .statusCode())
                    .isEqualTo(410);
        } finally {
            clock.forward(java.time.Duration.ofDays(-4));
        }
    }

    private RequestSpecification clerk(String post) {
        Map<String, String> session = RealParts.oidc().signIn(desk, "p-" + post.hashCode(), "窗口甲（演示）", post);
        return given().cookies(session).redirects().follow(false);
    }

    private RequestSpecification posting(String post) {
        return clerk(post)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }
}
