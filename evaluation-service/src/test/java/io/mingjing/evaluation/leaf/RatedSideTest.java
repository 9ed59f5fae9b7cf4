package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.City;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rated side sees closed leaves of its own units and nothing else. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RatedSideTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final String ZGK = "GY-KJJ-ZGK";

    /** By post; they hold for a working day. */
    private static final Map<String, Map<String, String>> SESSIONS = new ConcurrentHashMap<>();

    private final MixingWorld world;
    private final SuperUser database;
    private final AgroalDataSource rated;

    RatedSideTest(MixingWorld world, SuperUser database, @DataSource("rated") AgroalDataSource rated) {
        this.world = world;
        this.database = database;
        this.rated = rated;
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
    void theRatedSideSeesNothingUntilALeafClosesAndThenItsOwn() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        String before = City.as("section@" + CGK).get("/api/v1/leaves").asString();

        world.slot(DAY);

        assertThat(before).isEqualTo("{\"items\":[],\"next\":null}");
        for (String post : List.of("section@" + CGK, "clerk@" + CGK, "coordinator@GY-KJJ", "city_office@GY-YSB")) {
            City.as(post)
                    .get("/api/v1/leaves")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].number", equalTo("叶-GY-KJJ-CGK-2026-0001"))
                    .body("items[0].levels", equalTo(Map.of("1", 1, "2", 1, "3", 1, "4", 1, "5", 2)))
                    .body("items[0].hidden", equalTo(null));
        }
        City.as("section@" + ZGK).get("/api/v1/leaves").then().statusCode(200).body("items", hasSize(0));
        City.as("operations@GY").get("/api/v1/leaves").then().statusCode(403);
    }

    @Test
    void aRoleOfTheCitySideAtABureauReachesThatBureauOnly() {
        world.unit("GY-JYJ", "广元市教育局", "BUREAU", "GY");
        world.sixOfTwelve(world.windowDrawn(true, DAY, CGK), CGK, DAY);
        world.slot(DAY);

        for (String city : List.of("oversight@GY", "oversight@GY-YSB", "oversight@GY-KJJ")) {
            City.as(city).get("/api/v1/leaves").then().statusCode(200).body("items", hasSize(1));
        }
        for (String elsewhere : List.of("oversight@GY-JYJ", "city_office@GY-JYJ", "oversight@" + ZGK)) {
            City.as(elsewhere).get("/api/v1/leaves").then().statusCode(200).body("items", hasSize(0));
        }
        page("city_office@GY-KJJ", "/evaluation/pending").then().statusCode(403);
    }

    @Test
    void matterTooRareToBeNamedIsHiddenInOneSentence() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.rate(window, world.rating(window, CGK, DAY, 1, "M-2", 5));

        world.slot(DAY);

        City.as("section@" + CGK)
                .get("/api/v1/leaves")
                .then()
                .body("items[0].matters", equalTo(Map.of("M-1", 6, "OTHER", 1)))
                .body("items[0].hall", equalTo("H-1"))
                .body("items[0].hidden", equalTo("样本不足，并入更大范围公布"));
        page("section@" + CGK, "/evaluation/leaves")
                .then()
                .statusCode(200)
                .body(containsString("样本不足，并入更大范围公布"))
                .body(containsString("事项1"))
                .body(not(containsString("事项2")));
    }

    @Test
    void pagesShowTheSame() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.rateWithNote(window, CGK, DAY, 7, 1, "<script>alert(1)</script>");

        page("city_office@GY-YSB", "/evaluation/pending")
                .then()
                .statusCode(200)
                .body(containsString("非常不满意"))
                .body(containsString("在办事指南之外增加新的审批条件"))
                .body(not(containsString("<script>alert")));
        page("section@" + CGK, "/evaluation/pending").then().statusCode(403);
        page("section@" + CGK, "/evaluation/leaves").then().statusCode(200).body(not(containsString("叶-GY")));

        world.slot(DAY);

        page("section@" + CGK, "/evaluation/leaves")
                .then()
                .statusCode(200)
                .body(containsString("叶-GY-KJJ-CGK-2026-0001"))
                .body(containsString("办件评价"))
                .body(containsString("7 / 7"))
                .body(containsString("成果科 7"))
                .body(not(containsString("alert(1)")));
    }

    @Test
    void leavesComeByPlaceAndPageByPage() {
        for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
            for (int n = 0; n < 3; n++) {
                String window = world.windowDrawn(true, day, CGK);
                world.sixOfTwelve(window, CGK, day);
            }
            world.slot(day);
        }

        List<String> all = City.as("coordinator@GY-KJJ").get("/api/v1/leaves").path("items.placeCode");
        List<String> paged = new ArrayList<>();
        String next = null;
        do {
            var page = City.as("coordinator@GY-KJJ").queryParam("limit", 4);
            var answer = (next == null ? page : page.queryParam("after", next)).get("/api/v1/leaves");
            paged.addAll(answer.path("items.placeCode"));
            next = answer.path("next");
        } while (next != null);

        assertThat(all).hasSize(6).isSorted();
        assertThat(paged).isEqualTo(all);
        City.as("coordinator@GY-KJJ")
                .queryParam("after", "bm9uZQ")
                .get("/api/v1/leaves")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake",
                "rating",
                "receipt",
                "note",
                "visit",
                "quarantine",
                "tested",
                "day_key",
                "service_key",
                "audit",
                "outbox",
                "leaf_outcome",
                "slot_run",
                "slot_assessed",
                "slot_follower",
                "private_item",
                "leaf_flag"
            })
    void theRatedSidesDatabaseRoleReadsNoneOfIt(String table) {
        assertThatThrownBy(() -> asRated("select count(*) from " + table))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    /** All ratings less the valid ones may name a few: only the number that may be told is there to be read. */
    @Test
    void theRatedSidesDatabaseRoleReadsNoNumberOfAllRatings() throws SQLException {
        assertThat(asRated("select count(total) from leaf")).isEqualTo("0");
        assertThatThrownBy(() -> asRated("select sum(ratings) from leaf"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void theRatedSidesDatabaseRoleSeesNoCityLeaf() throws SQLException {
        database.execute("""
                insert into leaf (id, number, stream, scope, place_name, owner_unit, first_week, last_week, served, raters,
                                  ratings, total, valid, levels, poor, reasons, matters, matter_units, slot)
                values ('%s', '叶-1', 'VISIT', 'CITY', '全市其余窗口', 'GY', '2026-W12', '2026-W12', 12, 6, 7, null, 6,
                        '{1,0,0,0,5}', 1, '{}', '{}', '{}', '2026-03-19')""".formatted(UUID.randomUUID()));

        assertThat(asRated("select count(*) from leaf")).isEqualTo("0");
        City.as("city_office@GY-YSB")
                .get("/api/v1/leaves")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        for (String post : List.of("city_office@GY-YSB", "oversight@GY")) {
            City.as(post)
                    .get("/api/v1/city-leaves")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].number", equalTo("叶-1"))
                    .body("items[0].valid", equalTo(6))
                    .body("items[0].ratings", nullValue())
                    .body("items[0].hidden", equalTo("样本不足，并入更大范围公布"))
                    .body("items[0].poor", equalTo(1));
        }
        for (String post : List.of("section@" + CGK, "coordinator@GY-KJJ", "city_office@GY-KJJ", "oversight@GY-KJJ")) {
            City.as(post).get("/api/v1/city-leaves").then().statusCode(403);
        }
    }

    @Test
    void answersGoOnAfterTheDatabaseDroppedEveryConnection() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.slot(DAY);

        for (int time = 0; time < 3; time++) {
            database.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where datname = current_database() and pid <> pg_backend_pid()""");
            City.as("section@" + CGK)
                    .get("/api/v1/leaves")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
            City.as("city_office@GY-YSB").get("/api/v1/pending-ratings").then().statusCode(200);
        }
    }

    private String asRated(String sql) throws SQLException {
        try (Connection connection = rated.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Response page(String post, String path) {
        URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/evaluation");
        Map<String, String> session =
                SESSIONS.computeIfAbsent(post, held -> RealParts.oidc().signIn(address, "p-" + post, "某某（演示）", post));
        return given().cookies(session).header("Accept", "text/html").get(path);
    }
}
