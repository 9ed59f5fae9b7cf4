package io.mingjing.evaluation.place.api;

import static io.mingjing.evaluation.City.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PlaceResourceTest {

    private final City city;
    private final TestClock clock;
    private final Places places;
    private final AuditTrail trail;

    PlaceResourceTest(City city, TestClock clock, Places places, AuditTrail trail) {
        this.city = city;
        this.clock = clock;
        this.places = places;
        this.trail = trail;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void aNewOwnerBeginsOnALaterDay() {
        window("operations@GY", "P1", "GY-KJJ-CGK", Map.of()).statusCode(200);

        window(
                        "operations@GY",
                        "P1",
                        "GY-KJJ-ZGK",
                        Map.of("ownerFrom", clock.today().toString()))
                .statusCode(422)
                .body("type", equalTo("urn:mingjing:problem:evaluation:owner-change"));
        window("operations@GY", "P1", "GY-KJJ-ZGK", Map.of()).statusCode(200).body("owners", hasSize(2));

        var window = places.catalogue().window("P1").orElseThrow();
        assertThat(window.ownerOn(clock.today())).isEqualTo("GY-KJJ-CGK");
        assertThat(window.ownerOn(clock.today().plusDays(1))).isEqualTo("GY-KJJ-ZGK");
        assertThat(window.ownerOn(clock.today().minusDays(3))).isEqualTo("GY-KJJ-CGK");
    }

    @Test
    void administratorsStayWithinTheirUnit() {
        window("unit_admin@GY-KJJ-CGK", "P2", "GY-KJJ-CGK", Map.of()).statusCode(200);
        window("unit_admin@GY-KJJ-CGK", "P3", "GY-KJJ-ZGK", Map.of()).statusCode(403);
        window("unit_admin@GY-KJJ-ZGK", "P2", "GY-KJJ-ZGK", Map.of()).statusCode(403);
        window("unit_admin@GY-KJJ", "P2", "GY-KJJ-ZGK", Map.of()).statusCode(200);
        as("unit_admin@GY-KJJ")
                .body(Map.of("name", "市的大厅"))
                .put("/api/v1/halls/H9")
                .then()
                .statusCode(403);
        as("integration@GY")
                .body(Map.of("name", "市的大厅"))
                .put("/api/v1/halls/H9")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyTheCitySaysThatAWindowHasAnIndependentFeed() {
        for (String rated : new String[] {"unit_admin@GY-KJJ-CGK", "unit_admin@GY", "integration@GY-KJJ"}) {
            window(rated, "P7-" + rated.replace("@", "-"), "GY-KJJ-CGK", Map.of())
                    .statusCode(200)
                    .body("feed", equalTo(false));
        }
        for (String city : new String[] {"city_office@GY-YSB", "operations@GY", "integration@GY"}) {
            window(city, "P7", "GY-KJJ-CGK", Map.of()).statusCode(200).body("feed", equalTo(true));
            window("unit_admin@GY-KJJ-CGK", "P7", "GY-KJJ-CGK", Map.of("feed", false))
                    .statusCode(200)
                    .body("feed", equalTo(true));
            window(city, "P7", "GY-KJJ-CGK", Map.of("feed", false))
                    .statusCode(200)
                    .body("feed", equalTo(false));
            window("unit_admin@GY-KJJ-CGK", "P7", "GY-KJJ-CGK", Map.of())
                    .statusCode(200)
                    .body("feed", equalTo(false));
        }
    }

    @Test
    void aRoleOfTheCityAtABureauIsNotThatOfTheCity() {
        window("city_office@GY-KJJ", "P8", "GY-KJJ-CGK", Map.of()).statusCode(403);
        window("operations@GY-KJJ", "P8", "GY-KJJ-CGK", Map.of()).statusCode(403);
    }

    @Test
    void otherPostsMayNot() {
        window("clerk@GY-KJJ-CGK", "P4", "GY-KJJ-CGK", Map.of()).statusCode(403);
        window("coordinator@GY-KJJ", "P4", "GY-KJJ-CGK", Map.of()).statusCode(403);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .put("/api/v1/windows/P4")
                .then()
                .statusCode(401);
    }

    @Test
    void unknownUnitsHallsAndWrongShapesAreNamed() {
        window("operations@GY", "P5", "NOWHERE", Map.of())
                .statusCode(422)
                .body("violations.field", hasItem("ownerUnit"));
        window("operations@GY", "P5", "GY-KJJ-CGK", Map.of("hall", "H404")).statusCode(422);
        as("operations@GY")
                .body(Map.of("name", "", "hall", "H1"))
                .put("/api/v1/windows/P5")
                .then()
                .statusCode(400)
                .body("violations.field", notNullValue());
        as("operations@GY").body("null").put("/api/v1/windows/P5").then().statusCode(400);
        as("operations@GY")
                .body(Map.of("name", "x"))
                .put("/api/v1/matters/" + "x".repeat(41))
                .then()
                .statusCode(400);
        as("operations@GY")
                .body(Map.of("name", "x"))
                .put("/api/v1/matters/a%20b")
                .then()
                .statusCode(400);
    }

    @Test
    void listsAreReadPageByPage() {
        String next = as("operations@GY")
                .get("/api/v1/windows?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");

        as("operations@GY")
                .get("/api/v1/windows?limit=1&after=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as("operations@GY").get("/api/v1/windows?after=***").then().statusCode(400);
        as("operations@GY").get("/api/v1/matters?limit=201").then().statusCode(400);
    }

    @Test
    void theDocumentSaysTheSameLimitOfLists() {
        JsonPath document =
                given().accept("application/json").get("/q/openapi?format=json").jsonPath();

        for (String list : List.of("matters", "windows", "posted-codes/missing", "pending-ratings", "city-orders")) {
            Map<String, Object> schema =
                    document.getMap("paths.'/api/v1/" + list + "'.get.parameters.find { it.name == 'limit' }.schema");
            assertThat(schema)
                    .as(list)
                    .containsEntry("minimum", 1)
                    .containsEntry("maximum", 200)
                    .containsEntry("default", 50);
        }
    }

    @Test
    void everyChangeIsInTheTrail() {
        window("city_office@GY-YSB", "P6", "GY-KJJ-CGK", Map.of()).statusCode(200);

        assertThat(trail.read("window:P6", 0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.act().action()).isEqualTo("WINDOW_REGISTERED");
            assertThat(entry.act().post()).isEqualTo("city_office@GY-YSB");
        });
    }

    private static ValidatableResponse window(String post, String code, String owner, Map<String, Object> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("name", "窗口 " + code, "hall", "H1", "ownerUnit", owner, "feed", true));
        body.putAll(more);
        return as(post).body(body).put("/api/v1/windows/" + code).then();
    }
}
