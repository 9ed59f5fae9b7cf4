package io.mingjing.evaluation.place.api;

import static io.mingjing.evaluation.City.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices: registered, seen by their own report alone, and listed when they fall silent. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class DeviceResourceTest {

    private final City city;
    private final TestClock clock;
    private final AuditTrail trail;

    DeviceResourceTest(City city, TestClock clock, AuditTrail trail) {
        this.city = city;
        this.clock = clock;
        this.trail = trail;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @AfterEach
    void now() {
        clock.set(Instant.now());
    }

    @Test
    void aReportMovesTheDayAndNothingElse() {
        device("unit_admin@GY-KJJ-CGK", "D-1", "W1", "IN_USE")
                .statusCode(200)
                .body("lastSeen", nullValue())
                .body("silent", equalTo(true));

        heartbeat("integration@GY", "D-1").statusCode(204);
        heartbeat("integration@GY", "D-1").statusCode(204);

        one("D-1").body("lastSeen", equalTo(clock.today().toString())).body("silent", equalTo(false));
        assertThat(trail.read("device:D-1", 0, 10))
                .as("no report is in the trail")
                .hasSize(1);
        device("unit_admin@GY-KJJ-CGK", "D-1", "W1", "OUT_OF_ORDER")
                .statusCode(200)
                .body("lastSeen", equalTo(clock.today().toString()));
    }

    @Test
    void aSilentDeviceIsListedAfterThreeWorkingDays() {
        LocalDate thursday = LocalDate.of(2026, 3, 19);
        at(thursday);
        device("operations@GY", "D-2", "W1", "IN_USE").statusCode(200);
        findings("operations@GY").body("items.code", hasItem("D-2"));
        heartbeat("integration@GY", "D-2").statusCode(204);

        at(thursday.plusDays(5));
        findings("operations@GY").body("items.code", not(hasItem("D-2")));
        at(thursday.plusDays(6));
        findings("operations@GY").body("items.code", hasItem("D-2"));
        findings("unit_admin@GY-KJJ-CGK").body("items.code", hasItem("D-2"));
        findings("unit_admin@GY-KJJ-ZGK").body("items.code", not(hasItem("D-2")));
        device("operations@GY", "D-2", "W1", "WITHDRAWN").statusCode(200).body("silent", equalTo(false));
        findings("operations@GY").body("items.code", not(hasItem("D-2")));
    }

    @Test
    void aReportOfAnEarlierDayDoesNotMoveItBack() {
        device("operations@GY", "D-3", "W1", "IN_USE").statusCode(200);
        heartbeat("integration@GY", "D-3").statusCode(204);
        String seen = clock.today().toString();

        clock.forward(Duration.ofDays(-2));
        heartbeat("integration@GY", "D-3").statusCode(204);

        one("D-3").body("lastSeen", equalTo(seen));
    }

    @Test
    void onlyASystemInReachReports() {
        device("operations@GY", "D-4", "W1", "IN_USE").statusCode(200);

        heartbeat("integration@GY-KJJ-ZGK", "D-4").statusCode(404);
        heartbeat("integration@GY", "D-404").statusCode(404);
        heartbeat("unit_admin@GY-KJJ-CGK", "D-4").statusCode(403);
        heartbeat("operations@GY", "D-4").statusCode(403);
        device("operations@GY", "D-4", "W1", "WITHDRAWN").statusCode(200);
        heartbeat("integration@GY", "D-4")
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:evaluation:device-withdrawn"));
        one("D-4").body("lastSeen", nullValue());
    }

    @Test
    void placesAndUnitsAreChecked() {
        device("operations@GY", "D-5", "W404", "IN_USE").statusCode(422).body("violations.field", hasItem("place"));
        device("unit_admin@GY-KJJ-ZGK", "D-5", "W1", "IN_USE").statusCode(403);
        device("unit_admin@GY-KJJ-CGK", "D-5", "W1", "IN_USE").statusCode(200);
        device("unit_admin@GY-KJJ-ZGK", "D-5", "W2", "IN_USE").statusCode(403);
        device("unit_admin@GY-KJJ", "D-5", "W2", "IN_USE").statusCode(200).body("place", equalTo("W2"));
        device("operations@GY", "D-5", "W1", "LOST").statusCode(400).body("violations.field", hasItem("status"));
    }

    private void at(LocalDate day) {
        clock.set(day.atTime(10, 0).atZone(TestClock.ZONE).toInstant());
    }

    private static ValidatableResponse findings(String post) {
        return as(post).get("/api/v1/place-findings?limit=200").then().statusCode(200);
    }

    private static ValidatableResponse one(String serial) {
        return as("operations@GY").get("/api/v1/devices/" + serial).then().statusCode(200);
    }

    private static ValidatableResponse heartbeat(String post, String serial) {
        return as(post).post("/api/v1/devices/" + serial + "/heartbeat").then();
    }

    private static ValidatableResponse device(String post, String serial, String place, String status) {
        return as(post).body(Map.of("kind", "COUNTER_TABLET", "place", place, "status", status))
                .put("/api/v1/devices/" + serial)
                .then();
    }
}
