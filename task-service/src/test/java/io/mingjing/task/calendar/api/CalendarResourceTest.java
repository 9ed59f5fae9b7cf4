package io.mingjing.task.calendar.api;

import static io.mingjing.task.clock.application.RunningClocks.days;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.TestClock;
import io.mingjing.task.TestDatabase;
import io.mingjing.task.calendar.application.CalendarDesk;
import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.clock.application.RunningClocks;
import io.mingjing.task.supervision.application.RungClaim;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Publishing a year: who may, what is refused, what moves. Each test publishes a year of its own. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class CalendarResourceTest {

    private static final String YEARS = "/api/v1/calendars/CN/years";

    private final RunningClocks running;
    private final Clocks clocks;
    private final CalendarDesk desk;
    private final RungClaim claim;
    private final TestClock clock;
    private final TestDatabase database;

    CalendarResourceTest(
            RunningClocks running,
            Clocks clocks,
            CalendarDesk desk,
            RungClaim claim,
            TestClock clock,
            TestDatabase database) {
        this.running = running;
        this.clocks = clocks;
        this.desk = desk;
        this.claim = claim;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.clearClocks();
    }

    @AfterEach
    void backToRealTime() {
        clock.backToRealTime();
    }

    @Test
    void theDeliveredYearsArePublishedOnceWithTheirDocuments() {
        desk.publishDelivered();

        cityOffice().get(YEARS).then().statusCode(200).body("items.year", hasItems(2021, 2022, 2023, 2024, 2025, 2026));
        cityOffice()
                .get(YEARS + "/2026")
                .then()
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("version", is(1))
                .body("daysOff", hasSize(33))
                .body("workedDays.date", hasItem("2026-10-10"))
                .body("workedDays[0].document", is("国办发明电〔2025〕7号"));
        cityOffice()
                .get(YEARS + "/2035")
                .then()
                .statusCode(200)
                .body("status", is("PROVISIONAL"))
                .body("version", is(0));
        assertThat(database.texts("select count(*)::text from audit where aggregate = 'calendar:CN:2026'"))
                .containsExactly("1");
    }

    @Test
    void aPreviewSaysWhatMovesAndPublishingMovesIt() {
        clock.set("2026-12-15T10:00");
        UUID task = running.start(days(15));
        UUID untouched = running.start(days(3));
        assertThat(clocks.of(task).orElseThrow().dueDay()).isEqualTo("2027-01-05");
        assertThat(clocks.of(task).orElseThrow().provisional()).isTrue();
        String year = """
                {"daysOff": [{"date": "2027-01-01", "name": "元旦", "document": "演示〔2026〕1号"},
                             {"date": "2027-01-04", "name": "元旦", "document": "演示〔2026〕1号"}],
                 "workedDays": [{"date": "2027-01-09", "name": "元旦", "document": "演示〔2026〕1号"}]}
                """;

        cityOffice()
                .body(year)
                .queryParam("preview", true)
                .put(YEARS + "/2027")
                .then()
                .statusCode(200)
                .body("moves.examined", is(2))
                .body("moves.moved", is(1))
                .body("moves.earlier", is(0))
                .body("moves.first.from", contains("2027-01-05"))
                .body("moves.first.to", contains("2027-01-07"));
        assertThat(clocks.of(task).orElseThrow().dueDay()).isEqualTo("2027-01-05");
        cityOffice().body(year).put(YEARS + "/2027").then().statusCode(201).body("moves.moved", is(1));

        assertThat(clocks.of(task).orElseThrow().dueDay()).isEqualTo("2027-01-07");
        assertThat(clocks.of(task).orElseThrow().provisional()).isFalse();
        assertThat(clocks.of(untouched).orElseThrow().generation()).isEqualTo(1);
        assertThat(database.events("ClockChanged", "cause")).containsExactly("RECOMPUTED");
        assertThat(database.texts(
                        "select from_value || ' ' || to_value from audit where aggregate = ? and action = 'CLOCK_RECOMPUTED'",
                        "task:" + task))
                .containsExactly("2027-01-05 2027-01-07");
        assertThat(database.texts(
                        "select r.fire_at::date::text from rung r join clock c on c.id = r.clock_id"
                                + " where c.task_id = ? and r.state = 'PENDING' and r.rung = 'OVERDUE'",
                        task))
                .containsExactly("2027-01-08");
        assertThat(database.texts("select payload ->> 'version' from event_seen where type like '%YearPublished%'"))
                .containsExactly("1");
        cityOffice()
                .body(year.replace("2027-01-04", "2027-01-03").replace("2027-01-09", "2027-01-02"))
                .queryParam("preview", true)
                .put(YEARS + "/2027")
                .then()
                .body("version", is(2))
                .body("moves.moved", is(1))
                .body("moves.earlier", is(1));
    }

    @Test
    void theSameYearAgainIsNoNewVersion() {
        String year = oneDayOff(2030);

        cityOffice().body(year).put(YEARS + "/2030").then().statusCode(201).body("version", is(1));
        cityOffice().body(year).put(YEARS + "/2030").then().statusCode(200).body("version", is(1));
        cityOffice()
                .body(year.replace("元旦", "新年"))
                .put(YEARS + "/2030")
                .then()
                .statusCode(200)
                .body("version", is(2));
    }

    @Test
    void nothingIsToldByACalendarThatNoLongerHolds() {
        clock.set("2028-12-15T10:00");
        running.start(days(3));
        clock.set("2028-12-21T09:00");
        database.asOwner("update calendar set edition = edition + 1");

        assertThat(claim.claimDue()).isZero();
        desk.publishDelivered();
        cityOffice().body(oneDayOff(2031)).put(YEARS + "/2031").then().statusCode(201);

        assertThat(claim.claimDue()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIsNamedAndNothingIsPublished() {
        cityOffice()
                .body("""
                        {"daysOff": [{"date": "2032-01-01", "name": "元旦", "document": "甲"},
                                     {"date": "2032-01-01", "name": "元旦", "document": "甲"},
                                     {"date": "2031-01-01", "name": "元旦", "document": "甲"}],
                         "workedDays": [{"date": "2032-01-05", "name": "元旦", "document": "甲"}]}
                        """)
                .put(YEARS + "/2032")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", contains("daysOff[1].date", "daysOff[2].date", "workedDays[0].date"));
        for (String body : new String[] {
            "{}",
            "null",
            "",
            "[]",
            "不是JSON",
            "{\"daysOff\": [], \"workedDays\": []}",
            "{\"daysOff\": [null], \"workedDays\": []}",
            "{\"daysOff\": [{\"date\": \"2032-13-01\", \"name\": \"甲\", \"document\": \"甲\"}], \"workedDays\": []}"
        }) {
            cityOffice().body(body).put(YEARS + "/2032").then().statusCode(400).contentType("application/problem+json");
        }
        cityOffice().body(oneDayOff(2032)).put(YEARS + "/1066").then().statusCode(400);
        cityOffice()
                .body(oneDayOff(2032))
                .put("/api/v1/calendars/XX/years/2032")
                .then()
                .statusCode(404);
        cityOffice().get(YEARS + "/2032").then().body("status", is("PROVISIONAL"));
    }

    @Test
    void onlyTheCityOfficeAndOperationsPublish() {
        as("u-section", "section@GY-KJJ-ZGK")
                .body(oneDayOff(2033))
                .put(YEARS + "/2033")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(oneDayOff(2033))
                .put(YEARS + "/2033")
                .then()
                .statusCode(401);
        as("u-section", "section@GY-KJJ-ZGK").get(YEARS + "/2026").then().statusCode(200);
    }

    private static String oneDayOff(int year) {
        return """
                {"daysOff": [{"date": "%d-01-01", "name": "元旦", "document": "演示"}], "workedDays": []}
                """.formatted(year);
    }

    private static RequestSpecification cityOffice() {
        return as("u-city-office", "city_office@GY-YSB");
    }

    private static RequestSpecification as(String subject, String post) {
        return given().auth()
                .oauth2(RealParts.oidc().token(subject, subject + "（演示）", post))
                .contentType(ContentType.JSON);
    }
}
