package io.mingjing.evaluation.place.api;

import static io.mingjing.evaluation.City.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue.Attribution;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rating points that are no windows, through the API. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PointResourceTest {

    private final City city;
    private final TestClock clock;
    private final Places places;
    private final AuditTrail trail;

    PointResourceTest(City city, TestClock clock, Places places, AuditTrail trail) {
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
    void everyKindIsFoundByTheCatalogue() {
        for (SpotKind kind : SpotKind.values()) {
            String code = "PT-" + kind;
            point("operations@GY", code, kind.name(), "GY-KJJ-CGK", Map.of())
                    .statusCode(kind == SpotKind.WINDOW ? 422 : 200);
            if (kind != SpotKind.WINDOW) {
                var spot = places.catalogue().spot(code).orElseThrow();
                assertThat(spot.kind()).isEqualTo(kind);
                assertThat(spot.hall()).isNull();
                assertThat(spot.ownerOn(clock.today().minusDays(2))).isEqualTo("GY-KJJ-CGK");
                assertThat(places.catalogue().spot(spot.number())).contains(spot);
            }
        }
        point("operations@GY", "PT-HALL", "KIOSK", "GY-KJJ-CGK", Map.of("hall", "H1"))
                .statusCode(200);
        assertThat(places.catalogue().spot("PT-HALL").orElseThrow().hall()).isEqualTo("政务服务中心（演示）");
    }

    @Test
    void aNewOwnerBeginsOnALaterDay() {
        LocalDate today = clock.today();
        point("operations@GY", "PT-1", "NOTICE_BOARD", "GY-KJJ-CGK", Map.of()).statusCode(200);

        point("operations@GY", "PT-1", "NOTICE_BOARD", "GY-KJJ-ZGK", Map.of("ownerFrom", today.toString()))
                .statusCode(422)
                .body("type", equalTo("urn:mingjing:problem:evaluation:owner-change"))
                .body("violations.field", hasItem("ownerFrom"));
        point(
                        "operations@GY",
                        "PT-1",
                        "NOTICE_BOARD",
                        "GY-KJJ-ZGK",
                        Map.of("ownerFrom", today.plusDays(3).toString()))
                .statusCode(200)
                .body("owners", hasSize(2));

        assertThat(places.catalogue().attribution("PT-1", "M1", today.plusDays(2)))
                .contains(new Attribution("GY-KJJ-CGK", "GY-KJJ-CGK"));
        assertThat(places.catalogue().attribution("PT-1", "M1", today.plusDays(3)))
                .contains(new Attribution("GY-KJJ-ZGK", "GY-KJJ-ZGK"));
    }

    @Test
    void administratorsStayWithinTheirUnit() {
        point("unit_admin@GY-KJJ-CGK", "PT-2", "SECTION_DOOR", "GY-KJJ-CGK", Map.of())
                .statusCode(200);
        point("unit_admin@GY-KJJ-ZGK", "PT-2", "SECTION_DOOR", "GY-KJJ-ZGK", Map.of())
                .statusCode(403);
        point("unit_admin@GY-KJJ-CGK", "PT-3", "SECTION_DOOR", "GY-KJJ-ZGK", Map.of())
                .statusCode(403);
        point("integration@GY-KJJ", "PT-3", "SECTION_DOOR", "GY-KJJ-ZGK", Map.of())
                .statusCode(200);
        for (String other : new String[] {"clerk@GY-KJJ-CGK", "coordinator@GY-KJJ", "city_office@GY-KJJ"}) {
            point(other, "PT-4", "SECTION_DOOR", "GY-KJJ-CGK", Map.of()).statusCode(403);
        }
        as("clerk@GY-KJJ-CGK").get("/api/v1/points").then().statusCode(403);
        as("unit_admin@GY-KJJ-CGK").get("/api/v1/points/PT-404").then().statusCode(404);
    }

    @Test
    void windowsAndPointsShareOneSetOfCodes() {
        point("operations@GY", "W1", "KIOSK", "GY-KJJ-CGK", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:evaluation:place-code-taken"));
        point("operations@GY", "PT-5", "KIOSK", "GY-KJJ-CGK", Map.of()).statusCode(200);
        as("operations@GY")
                .body(Map.of("name", "窗口", "hall", "H1", "ownerUnit", "GY-KJJ-CGK", "feed", false))
                .put("/api/v1/windows/PT-5")
                .then()
                .statusCode(409);
        point("operations@GY", "PT-5", "ONLINE", "GY-KJJ-CGK", Map.of())
                .statusCode(422)
                .body("violations.field", hasItem("kind"));
    }

    @Test
    void ofManyWhoTakeACodeAtOnceOneGetsIt() throws InterruptedException, ExecutionException {
        Map<String, Object> window = Map.of("name", "窗口", "hall", "H1", "ownerUnit", "GY-KJJ-CGK", "feed", false);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 5; round++) {
                String code = "PT-RACE-" + round;
                List<Callable<Integer>> takers = new ArrayList<>();
                for (int n = 0; n < 4; n++) {
                    takers.add(() -> point("operations@GY", code, "KIOSK", "GY-KJJ-CGK", Map.of())
                            .extract()
                            .statusCode());
                    takers.add(() -> as("operations@GY")
                            .body(window)
                            .put("/api/v1/windows/" + code)
                            .statusCode());
                }
                Set<Integer> answers = new TreeSet<>();
                for (Future<Integer> answer : threads.invokeAll(takers)) {
                    answers.add(answer.get());
                }
                assertThat(answers).isEqualTo(Set.of(200, 409));
                assertThat(places.refresh().spots().stream()
                                .filter(spot -> spot.code().equals(code)))
                        .hasSize(1);
            }
        }
    }

    @Test
    void wrongInputIsNamed() {
        point("operations@GY", "PT-6", "KIOSK", "NOWHERE", Map.of())
                .statusCode(422)
                .body("violations.field", hasItem("ownerUnit"));
        point("operations@GY", "PT-6", "KIOSK", "GY-KJJ-CGK", Map.of("hall", "H404"))
                .statusCode(422)
                .body("violations.field", hasItem("hall"));
        point("operations@GY", "PT-6", "ONLINE", "GY-KJJ-CGK", Map.of("hall", "H1"))
                .statusCode(422)
                .body("violations.field", hasItem("hall"));
        point("operations@GY", "PT-6", "BENCH", "GY-KJJ-CGK", Map.of())
                .statusCode(400)
                .body("violations.field", hasItem("kind"));
        as("operations@GY").body(Map.of()).put("/api/v1/points/PT-6").then().statusCode(400);
        as("operations@GY").get("/api/v1/points/PT-6").then().statusCode(404);
    }

    @Test
    void itIsInTheTrailAndInTheList() {
        point("operations@GY", "PT-7", "KIOSK", "GY-KJJ-CGK", Map.of()).statusCode(200);

        assertThat(trail.read("point:PT-7", 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.act().action()).isEqualTo("POINT_REGISTERED"));
        as("oversight@GY")
                .get("/api/v1/points?limit=200")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("PT-7"));
    }

    private static ValidatableResponse point(
            String post, String code, String kind, String owner, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "name", "评价点 " + code, "ownerUnit", owner));
        body.putAll(more);
        return as(post).body(body).put("/api/v1/points/" + code).then();
    }
}
