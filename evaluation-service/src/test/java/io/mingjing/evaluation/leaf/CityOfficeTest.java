package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.City;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The city office sees poor ratings at once; operations see that none is lost. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class CityOfficeTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;

    CityOfficeTest(MixingWorld world, SuperUser database) {
        this.world = world;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void theCityOfficeSeesAPoorRatingAtOnceAndItsLookIsRecorded() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 3, true);
        world.rate(window, CGK, DAY, 1, 5);
        cityOffice().get("/api/v1/pending-ratings").then().statusCode(200).body("items", hasSize(0));

        world.rateWithNote(window, CGK, DAY, 2, 1, "让我跑了三趟");

        assertThat(Duration.ofMillis(cityOffice().get("/api/v1/pending-ratings").time()))
                .isLessThan(Duration.ofSeconds(2));
        cityOffice()
                .get("/api/v1/pending-ratings")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].place", equalTo(window))
                .body("items[0].day", equalTo("2026-03-19"))
                .body("items[0].level", equalTo(1))
                .body("items[0].reasons", equalTo(List.of("108")))
                .body("items[0].note", equalTo("让我跑了三趟"))
                .body("items[0].matter", equalTo(null));
        assertThat(database.rows("select aggregate, action, name, post, from_value, to_value, why from audit"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row)
                        .containsExactly(
                                "pending-ratings",
                                "PENDING_RATINGS_VIEWED",
                                "某某（演示）",
                                "city_office@GY-YSB",
                                null,
                                null,
                                null));
    }

    @Test
    void pagesOfOneViewCoverEverythingOnceInAnOrderOfChance() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 40, true);
        for (int n = 1; n <= 20; n++) {
            world.rateWithNote(window, CGK, DAY, n, 2, "第" + n + "条");
        }

        List<String> first = notes(null, 20);
        List<String> again = notes(null, 20);
        Set<String> paged = new HashSet<>();
        String next = null;
        int pages = 0;
        do {
            var page = cityOffice().queryParam("limit", 6);
            var answer = (next == null ? page : page.queryParam("after", next)).get("/api/v1/pending-ratings");
            List<String> notes = answer.path("items.note");
            paged.addAll(notes);
            next = answer.path("next");
            pages++;
        } while (next != null);

        assertThat(pages).isEqualTo(4);
        assertThat(paged).hasSize(20);
        assertThat(views()).as("views of 6 pages: two of one page, one of four").isEqualTo(3);
        assertThat(first).hasSize(20).containsExactlyInAnyOrderElementsOf(again).isNotEqualTo(again);
        cityOffice()
                .queryParam("after", "nonsense")
                .get("/api/v1/pending-ratings")
                .then()
                .statusCode(400);
        for (int limit : new int[] {0, 201}) {
            cityOffice()
                    .queryParam("limit", limit)
                    .get("/api/v1/pending-ratings")
                    .then()
                    .statusCode(400)
                    .body("violations.field", equalTo(List.of("limit")));
        }
    }

    @Test
    void aPageOfAViewThatOneDidNotBeginIsRecordedAsAView() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 3, true);
        world.rate(window, CGK, DAY, 1, 1);
        world.rate(window, CGK, DAY, 2, 1);
        String begun = cityOffice()
                .queryParam("limit", 1)
                .get("/api/v1/pending-ratings")
                .path("next");
        assertThat(views()).isEqualTo(1);

        cityOffice()
                .queryParam("after", begun)
                .get("/api/v1/pending-ratings")
                .then()
                .statusCode(200);
        assertThat(views()).isEqualTo(1);
        cityOffice()
                .queryParam("after", Cursor.of(UUID.randomUUID(), ""))
                .get("/api/v1/pending-ratings")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        assertThat(views()).isEqualTo(2);
        City.as("city_office@GY-YSB", "section@" + CGK)
                .queryParam("after", begun)
                .get("/api/v1/pending-ratings")
                .then()
                .statusCode(200);
        assertThat(views()).as("somebody else's page").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk@GY-KJJ-CGK",
                "section@GY-KJJ-CGK",
                "coordinator@GY-KJJ",
                "principal_leader@GY-KJJ",
                "unit_admin@GY-KJJ",
                "city_office@GY-KJJ",
                "city_office@NOWHERE",
                "operations@GY",
                "oversight@GY",
                "integration@GY"
            })
    void nobodyElseOpensPendingRatings(String post) {
        City.as(post).get("/api/v1/pending-ratings").then().statusCode(403);
        assertThat(database.number("select count(*) from audit")).isZero();
    }

    @Test
    void operationsSeeTheBalanceAndNoPlace() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.rate(window, CGK, DAY, 7, 1);
        world.slot(DAY);
        world.rate(window, CGK, DAY, 8, 1);

        String answer = City.as("operations@GY").get("/api/v1/intake/balance").asString();

        assertThat(answer)
                .isEqualTo(
                        "{\"accepted\":8,\"pending\":1,\"mixed\":7,\"quarantined\":0,\"tested\":0,\"balanced\":true}");
        for (String post : List.of("section@" + CGK, "operations@GY-KJJ", "operations@NOWHERE")) {
            City.as(post).get("/api/v1/intake/balance").then().statusCode(403);
            City.as(post).get("/api/v1/intake/balance/recount").then().statusCode(403);
            City.as(post).get("/q/metrics").then().statusCode(403);
        }
        City.as("operations@GY").get("/q/metrics").then().statusCode(200);
    }

    private long views() {
        return database.number("select count(*) from audit where action = 'PENDING_RATINGS_VIEWED'");
    }

    private static RequestSpecification cityOffice() {
        return City.as("city_office@GY-YSB");
    }

    private static List<String> notes(String after, int limit) {
        return cityOffice()
                .queryParam("limit", limit)
                .get("/api/v1/pending-ratings")
                .path("items.note");
    }
}
