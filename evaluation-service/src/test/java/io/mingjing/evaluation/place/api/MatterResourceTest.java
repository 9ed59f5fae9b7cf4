package io.mingjing.evaluation.place.api;

import static io.mingjing.evaluation.City.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue.Attribution;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Matters with limits and dated owners, through the API. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class MatterResourceTest {

    private final City city;
    private final TestClock clock;
    private final Places places;

    MatterResourceTest(City city, TestClock clock, Places places) {
        this.city = city;
        this.clock = clock;
        this.places = places;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aMatterOfTheCatalogueIsReadBack() {
        Map<String, Object> all = Map.of(
                "ownerUnit",
                "GY-KJJ-CGK",
                "type",
                "PERMIT",
                "basis",
                "《演示条例》第一条",
                "handling",
                "PROMISED",
                "statutoryDays",
                22,
                "promisedDays",
                10,
                "catalogueVersion",
                "2026");
        matter("city_office@GY-YSB", "MT-1", all).statusCode(200);

        ValidatableResponse read = as("oversight@GY")
                .get("/api/v1/matters/MT-1")
                .then()
                .statusCode(200)
                .body("owners", hasSize(1))
                .body("findings", hasSize(0));
        all.forEach((field, value) -> read.body(field, equalTo(value)));
    }

    @Test
    void anEditionOfTheCatalogueCountsFromTheDayItIsRegistered() {
        LocalDate today = clock.today();
        matter("operations@GY", "MT-ED", Map.of("catalogueVersion", "2025")).statusCode(200);
        matter("operations@GY", "MT-ED", Map.of("catalogueVersion", "2025")).statusCode(200);
        clock.forward(java.time.Duration.ofDays(2));
        matter("operations@GY", "MT-ED", Map.of("catalogueVersion", "2026"))
                .statusCode(200)
                .body("catalogueVersion", equalTo("2026"))
                .body("editions.catalogueVersion", equalTo(java.util.List.of("2025", "2026")))
                .body(
                        "editions.fromDay",
                        equalTo(java.util.List.of(
                                "2000-01-01", today.plusDays(2).toString())));
        clock.set(java.time.Instant.now());
    }

    @Test
    void anEditionStaysInForceUntilAnotherIsNamed() {
        matter("operations@GY", "MT-ES", Map.of("catalogueVersion", "2025")).statusCode(200);
        matter("operations@GY", "MT-ES", Map.of())
                .statusCode(200)
                .body("catalogueVersion", equalTo("2025"))
                .body("editions.catalogueVersion", equalTo(java.util.List.of("2025")));
    }

    @Test
    void atAComprehensiveWindowBothUnitsAnswerEachAsOfTheDay() {
        LocalDate today = clock.today();
        matter("operations@GY", "MT-2", Map.of("ownerUnit", "GY-KJJ-ZGK")).statusCode(200);
        matter(
                        "operations@GY",
                        "MT-2",
                        Map.of(
                                "ownerUnit",
                                "GY-KJJ",
                                "ownerFrom",
                                today.plusDays(2).toString()))
                .statusCode(200)
                .body("owners", hasSize(2));

        var catalogue = places.catalogue();
        assertThat(catalogue.attribution("W1", "MT-2", today.minusDays(3)))
                .contains(new Attribution("GY-KJJ-CGK", "GY-KJJ-ZGK"));
        assertThat(catalogue.attribution("W1", "MT-2", today.plusDays(1)))
                .contains(new Attribution("GY-KJJ-CGK", "GY-KJJ-ZGK"));
        assertThat(catalogue.attribution("W1", "MT-2", today.plusDays(2)))
                .contains(new Attribution("GY-KJJ-CGK", "GY-KJJ"));
    }

    @Test
    void aMatterWithoutOwnerGetsOneFromALaterDayAndKeepsIt() {
        matter("operations@GY", "MT-3", Map.of()).statusCode(200);
        matter(
                        "operations@GY",
                        "MT-3",
                        Map.of(
                                "ownerUnit",
                                "GY-KJJ-ZGK",
                                "ownerFrom",
                                clock.today().toString()))
                .statusCode(422)
                .body("violations.field", hasItem("ownerFrom"));
        matter("operations@GY", "MT-3", Map.of("ownerUnit", "GY-KJJ-ZGK")).statusCode(200);

        matter("operations@GY", "MT-3", Map.of()).statusCode(200).body("ownerUnit", equalTo("GY-KJJ-ZGK"));

        assertThat(places.catalogue().attribution("W1", "MT-3", clock.today()))
                .contains(new Attribution("GY-KJJ-CGK", "GY-KJJ-CGK"));
        assertThat(places.catalogue().attribution("W1", "MT-3", clock.today().plusDays(1)))
                .contains(new Attribution("GY-KJJ-CGK", "GY-KJJ-ZGK"));
    }

    @Test
    void contradictingLimitsAreRefusedFromAPersonAndListedFromASystem() {
        Map<String, Object> wrong =
                Map.of("ownerUnit", "GY-KJJ-CGK", "handling", "IMMEDIATE", "statutoryDays", 22, "promisedDays", 22);
        matter("unit_admin@GY-KJJ-CGK", "MT-4", wrong)
                .statusCode(422)
                .body("type", equalTo("urn:mingjing:problem:evaluation:matter-limits"))
                .body("violations.field", contains("promisedDays"));
        as("operations@GY").get("/api/v1/matters/MT-4").then().statusCode(404);

        matter("integration@GY-KJJ", "MT-4", wrong).statusCode(200).body("findings", contains("IMMEDIATE_WITH_DAYS"));
        assertThat(places.catalogue().matter("MT-4")).isPresent();
        findings("unit_admin@GY-KJJ").body("items.code", hasItem("MT-4"));
        findings("unit_admin@GY-KJJ-ZGK").body("items.code", not(hasItem("MT-4")));

        matter("unit_admin@GY-KJJ-CGK", "MT-4", Map.of("ownerUnit", "GY-KJJ-CGK", "handling", "IMMEDIATE"))
                .statusCode(200);
        findings("unit_admin@GY-KJJ").body("items.code", not(hasItem("MT-4")));
    }

    @Test
    void foreignUnitsAndWrongShapesAreRefused() {
        matter("unit_admin@GY-KJJ-ZGK", "MT-5", Map.of("ownerUnit", "GY-KJJ-CGK"))
                .statusCode(403);
        matter("unit_admin@GY-KJJ", "MT-5", Map.of()).statusCode(403);
        matter("operations@GY", "MT-5", Map.of("type", "MAGIC"))
                .statusCode(400)
                .body("violations.field", hasItem("type"));
        matter("operations@GY", "MT-5", Map.of("promisedDays", -1))
                .statusCode(400)
                .body("violations.field", hasItem("promisedDays"));
        matter("operations@GY", "MT-5", Map.of("ownerUnit", "NOWHERE")).statusCode(422);
    }

    private static ValidatableResponse findings(String post) {
        return as(post).get("/api/v1/place-findings?limit=200").then().statusCode(200);
    }

    private static ValidatableResponse matter(String post, String code, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "事项 " + code));
        body.putAll(more);
        return as(post).body(body).put("/api/v1/matters/" + code).then();
    }
}
