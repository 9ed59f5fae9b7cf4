package io.mingjing.evaluation.contact;

import static io.mingjing.evaluation.contact.ContactWorld.MORNING;
import static io.mingjing.evaluation.contact.OfficeDesk.office;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.contact.application.Canaries;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A word that only the office can read comes back each day; where it does not, somebody is told. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class CanaryTest {

    private final ContactWorld contacts;
    private final MixingWorld world;
    private final SuperUser database;
    private final Canaries canaries;
    private final MeterRegistry metrics;

    @TestHTTPResource("/evaluation/contacts")
    URI page;

    CanaryTest(ContactWorld contacts, MixingWorld world, SuperUser database, Canaries canaries, MeterRegistry metrics) {
        this.contacts = contacts;
        this.world = world;
        this.database = database;
        this.canaries = canaries;
        this.metrics = metrics;
    }

    @BeforeEach
    void begin() {
        contacts.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void theWordThatWasReadConfirmsTheMorningOnce() {
        contacts.look(MORNING, "09:00");
        String id = OfficeDesk.ids().getFirst();
        List<String> lines = OfficeDesk.open(id);
        assertThat(lines).startsWith("K").endsWith(MORNING.toString()).hasSize(3);
        standing().body("canary.since", nullValue());

        confirm(id, "0123456789abcdef0123456789abcdef").statusCode(422);
        confirm("00000000-0000-4000-8000-000000000000", lines.get(1)).statusCode(422);
        confirm(id, null).statusCode(422);
        confirm(id, lines.get(1))
                .statusCode(200)
                .body("day", equalTo(MORNING.toString()))
                .body("ok", equalTo(true));

        standing().body("canary.since", equalTo(MORNING.toString())).body("alarm", equalTo(false));
        assertThat(OfficeDesk.ids()).isEmpty();
        assertThat(database.number("select count(*) from contact_case")).isZero();
        assertThat(database.column("select to_value from audit where action = 'CONTACT_CANARY_READ'"))
                .containsExactly(MORNING.toString());
    }

    @Test
    void threeWorkingDaysWithoutItRaiseTheAlarm() {
        contacts.look(MORNING, "09:00"); // a Friday
        String id = OfficeDesk.ids().getFirst();
        confirm(id, OfficeDesk.open(id).get(1)).statusCode(200);
        for (int day = 3; day <= 6; day++) {
            contacts.look(MORNING.plusDays(day), "09:00");
            canaries.watch();
            assertThat(alarm()).as("day " + day).isEqualTo(day < 6 ? 0 : 1);
        }

        standing()
                .body("alarm", equalTo(true))
                .body("canary.missed", equalTo(3))
                .body("canary.since", equalTo(MORNING.toString()));
        assertThat(given().cookies(RealParts.oidc().signIn(page, "p-office", "办公室甲（演示）", "city_office@GY-YSB"))
                        .get("/evaluation/contacts")
                        .asString())
                .contains("id=\"alarm\"", "自检信连续 3 个工作日未确认");
    }

    private double alarm() {
        return metrics.get("mingjing_contact_canary_alarm").gauge().value();
    }

    private static io.restassured.response.ValidatableResponse standing() {
        return office().get("/api/v1/contacts/standing").then().statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse confirm(String id, String word) {
        return office().body(word == null ? "{}" : Map.of("word", word))
                .post("/api/v1/contacts/" + id + "/canary")
                .then();
    }
}
