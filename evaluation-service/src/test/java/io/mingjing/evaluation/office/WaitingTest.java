package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.Altered;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.office.application.WaitingPublication;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many ratings wait is published once a week, for everybody, and nothing smaller than k. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class WaitingTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;
    private final WaitingPublication publication;

    WaitingTest(MixingWorld world, OfficeWorld office, SuperUser database, WaitingPublication publication) {
        this.world = world;
        this.office = office;
        this.database = database;
        this.publication = publication;
    }

    @BeforeEach
    void begin() {
        office.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void theFirstSlotOfAWeekPublishesWhatWaitsAndNoLaterOneChangesIt() {
        wait(6);
        world.slot(DAY);
        wait(7);
        world.slot(FRIDAY);
        publication.publish(FRIDAY);

        reports(1)
                .body("items[0].city", equalTo("GY"))
                .body("items[0].week", equalTo("2026-W12"))
                .body("items[0].slot", equalTo("2026-03-19"))
                .body("items[0].closedWeek", equalTo("2026-W10"))
                .body("items[0].accepted", equalTo(0))
                .body("items[0].pending", equalTo(6))
                .body("items[0].medianAge", equalTo(0))
                .body("items[0].late", equalTo(0))
                .body("items[0].hidden", nullValue());

        world.slot(MONDAY);
        reports(2)
                .body("items[0].week", equalTo("2026-W13"))
                .body("items[0].pending", equalTo(13))
                .body("items[0].medianAge", equalTo(2))
                .body("items[0].oldestAge", equalTo(2));
        given().get("/api/v1/waiting-reports?limit=1").then().body("items", hasSize(1));
    }

    @Test
    void fewerThanKAreNotTold() {
        wait(4);
        world.slot(DAY);

        reports(1)
                .body("items[0].pending", nullValue())
                .body("items[0].oldestAge", nullValue())
                .body("items[0].hidden", equalTo("样本不足，并入更大范围公布"));
        assertThat(database.rows("select pending, late, oldest_age from waiting_report"))
                .as("not even stored")
                .containsExactly(Arrays.asList(null, null, null));
    }

    @Test
    void aWeekIsToldOnceWhenNobodyCanRateItsVisitsAnyMoreAndTestsAreNoRatings() {
        wait(6);
        database.execute(
                "insert into intake (exp_day, h, place) values (date '2026-03-22', '\\x01', 'W-TEST')",
                "insert into tested (exp_day, boxes) values (date '2026-03-22', 1)",
                """
                insert into intake_tally as t (exp_day, emptied) values (date '2026-03-22', 1)
                on conflict (exp_day) do update set emptied = t.emptied + 1""");
        world.slot(MONDAY);
        reports(1).body("items[0].closedWeek", equalTo("2026-W11")).body("items[0].accepted", equalTo(0));

        world.slot(MONDAY.plusWeeks(1));

        reports(2)
                .body("items[0].closedWeek", equalTo("2026-W12"))
                .body("items[0].accepted", equalTo(6))
                .body("items[0].remaining", equalTo(6));
        assertThat(given().get("/r/waiting").asString()).contains("6 · 100.00%");
        world.slot(MONDAY.plusWeeks(2));
        reports(3).body("items[0].closedWeek", equalTo("2026-W13")).body("items[0].accepted", equalTo(0));
    }

    /** It can be given until 33 days after its day, and waits from that day all the same. */
    @Test
    void secondRatingsWaitFromTheirOwnDay() {
        String window = world.windowDrawn(false, DAY, OfficeWorld.CGK);
        for (int n = 1; n <= 4; n++) {
            world.rateUntil(DAY.plusDays(33), window, world.ticket(Streams.SECOND, window, OfficeWorld.CGK, DAY, n, 4));
        }
        world.rateUntil(
                DAY.plusDays(33),
                window,
                Altered.ofMatter(world.ticket(Streams.SECOND, window, OfficeWorld.CGK, DAY, 4, 4), "M-2"));
        world.slot(MONDAY);

        reports(1).body("items[0].pending", equalTo(5)).body("items[0].oldestAge", equalTo(2));
    }

    @Test
    void everybodyReadsThePageWithoutSigningIn() {
        given().get("/r/waiting").then().statusCode(200);
        wait(6);
        world.slot(DAY);

        String page = given().get("/r/waiting").then().statusCode(200).extract().asString();

        assertThat(page).contains("广元市 2026-W12", "2026-W10 收到的评价", "等待公布").doesNotContain("请先登录");
        assertThat(given().get("/r/waiting?lang=en").asString()).contains("Ratings waiting to be published");
        given().get("/r/waiting?after=nonsense").then().statusCode(400);
    }

    @Test
    void theOfficeSeesWhatWaitsAtThisMoment() {
        wait(3);

        String console = OfficeWorld.browser("甲", OfficeWorld.OFFICE)
                .get("/evaluation/office")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(console)
                .contains(
                        "id=\"waiting-now\">3<",
                        "id=\"open-orders\">0<",
                        "/evaluation/contacts",
                        "/evaluation/pending");
    }

    /** So many ratings at a window where nothing closes. */
    private void wait(int ratings) {
        LocalDate day = DAY;
        String window = world.windowDrawn(false, day, OfficeWorld.CGK);
        world.serve(window, OfficeWorld.CGK, day, 1, 3, true);
        for (String matter : List.of("M-1", "M-2", "M-3")) {
            for (int n = 1; n <= 3 && ratings > 0; n++) {
                world.rate(window, world.rating(window, OfficeWorld.CGK, day, n, matter, 4));
                ratings--;
            }
        }
    }

    private static ValidatableResponse reports(int many) {
        return given().get("/api/v1/waiting-reports").then().statusCode(200).body("items", hasSize(many));
    }
}
