package io.mingjing.evaluation.code.api;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.OTHER_MATTER;
import static io.mingjing.evaluation.City.as;
import static io.mingjing.evaluation.City.queueSystem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.application.VisitTags;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class VisitResourceTest {

    private final City city;
    private final TestClock clock;
    private final VisitCodes codes;
    private final VisitTags tags;
    private final AgroalDataSource database;
    private final VisitStore visits;

    VisitResourceTest(
            City city,
            TestClock clock,
            VisitCodes codes,
            VisitTags tags,
            AgroalDataSource database,
            VisitStore visits) {
        this.city = city;
        this.clock = clock;
        this.codes = codes;
        this.tags = tags;
        this.database = database;
        this.visits = visits;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void theSameReportAgainAnswersTheSameAddress() {
        String first = city.visit("V-1", MATTER, OTHER_MATTER);

        assertThat(city.visit("V-1", MATTER, OTHER_MATTER)).isEqualTo(first);
        assertThat(codes.read(first)).isInstanceOfSatisfying(VisitCodes.Reading.Good.class, good -> {
            assertThat(good.code().tokenId()).isEqualTo(tags.tag(clock.today(), "V-1"));
            assertThat(good.code().expDay()).isEqualTo(clock.today().plusDays(3));
            assertThat(good.code().matters()).hasSize(2);
        });
    }

    @Test
    void aThousandAtOnce() {
        List<String> numbers =
                IntStream.range(0, 1000).mapToObj(number -> "K-" + number).toList();
        long start = System.nanoTime();

        List<String> made = city.visits(numbers, MATTER);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(new HashSet<>(made)).hasSize(1000);
        assertThat(city.visits(numbers, MATTER)).isEqualTo(made);
    }

    @Test
    void moreThanAThousandOrNoneAreRefused() {
        List<Map<String, Object>> many = IntStream.range(0, 1001)
                .mapToObj(number -> city.report("T-" + number, MATTER))
                .toList();

        queueSystem().body(many).post("/api/v1/visits").then().statusCode(400);
        queueSystem().body(List.of()).post("/api/v1/visits").then().statusCode(400);
        queueSystem().body("null").post("/api/v1/visits").then().statusCode(400);
        queueSystem().body("[null]").post("/api/v1/visits").then().statusCode(400);
        queueSystem().body("{}").post("/api/v1/visits").then().statusCode(400);
    }

    @Test
    void oneWrongVisitDoesNotHoldUpTheOthers() {
        List<Map<String, Object>> batch = List.of(
                city.report("B-fine", MATTER),
                with(city.report("B-1", MATTER), "finished", false),
                with(
                        city.report("B-2", MATTER),
                        "day",
                        clock.today().plusDays(1).toString()),
                with(
                        city.report("B-3", MATTER),
                        "day",
                        clock.today().minusDays(4).toString()),
                with(city.report("B-4", MATTER), "window", "nowhere"),
                with(city.report("B-5"), "matters", List.of("nothing")),
                city.report("B-6"),
                with(city.report("B-7", MATTER), "raterType", "PERSON"),
                with(city.report("B-8", MATTER), "number", null),
                with(city.report("B-9", MATTER), "number", "a b/c"),
                city.report("B-fine", OTHER_MATTER),
                city.report("B-last", MATTER));

        JsonPath items = queueSystem()
                .body(batch)
                .post("/api/v1/visits")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        List<Integer> status = IntStream.range(0, batch.size())
                .mapToObj(item -> items.getMap("items[" + item + "].problem") == null
                        ? 0
                        : items.getInt("items[" + item + "].problem.status"))
                .toList();
        assertThat(status).containsExactly(0, 422, 422, 422, 404, 422, 400, 400, 400, 400, 409, 0);
        assertThat(items.getString("items[0].url")).startsWith("http");
        assertThat(items.getString("items[0].validTo"))
                .isEqualTo(clock.today().plusDays(3).toString());
        assertThat(items.getString("items[1].url")).isNull();
        assertThat(items.getString("items[1].problem.type"))
                .isEqualTo("urn:mingjing:problem:evaluation:visit-not-finished");
        assertThat(items.getString("items[9].problem.violations[0].field")).isEqualTo("number");
        assertThat(items.getString("items[11].url")).contains("/r/");
    }

    @Test
    void noFeedCanReportANumberOfTheClerks() {
        queueSystem()
                .body(List.of(city.report("W1~made", MATTER)))
                .post("/api/v1/visits")
                .then()
                .statusCode(200)
                .body("items[0].problem.status", equalTo(400));
    }

    @Test
    void onlyTheFeedOfTheUnitReports() {
        as("clerk@GY-KJJ-CGK")
                .body(List.of(city.report("N-1", MATTER)))
                .post("/api/v1/visits")
                .then()
                .statusCode(403);
        as("integration@GY-KJJ-ZGK")
                .body(List.of(city.report("N-2", MATTER)))
                .post("/api/v1/visits")
                .then()
                .statusCode(200)
                .body("items[0].problem.status", equalTo(404));
    }

    /** The rated side runs it: visits that it invented would hide nobody (K3, K4). */
    @Test
    void aBureausOwnSystemVouchesForNoVisit() {
        as("integration@GY-KJJ")
                .body(List.of(city.report("OWN-1", MATTER)))
                .post("/api/v1/visits")
                .then()
                .statusCode(200)
                .body("items[0].problem.status", equalTo(403))
                .body("items[0].url", nullValue());
        assertThat(visits.find("OWN-1")).isEmpty();
        assertThat(visits.find("W1~OWN-1")).isEmpty();

        Map<String, Object> report = new HashMap<>(city.report("OWN-1", MATTER));
        report.put("window", City.WINDOW_WITHOUT_FEED);
        as("integration@GY-KJJ")
                .body(List.of(report))
                .post("/api/v1/visits")
                .then()
                .statusCode(200)
                .body("items[0].number", equalTo("W2~OWN-1"))
                .body("items[0].url", containsString("/r/"));
        assertThat(visits.find("W2~OWN-1")).get().satisfies(visit -> assertThat(visit.confirmed())
                .isFalse());

        queueSystem()
                .body(List.of(city.report("OWN-1", MATTER)))
                .post("/api/v1/visits")
                .then()
                .body("items[0].number", equalTo("OWN-1"));
        assertThat(visits.find("OWN-1")).get().satisfies(visit -> assertThat(visit.confirmed())
                .isTrue());
    }

    @Test
    void theCodeComesAsAPicture() throws IOException {
        city.visit("QR-1", MATTER);

        String svg = queueSystem()
                .get("/api/v1/visits/QR-1/qr.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();
        byte[] png = as("clerk@GY-KJJ-CGK")
                .get("/api/v1/visits/QR-1/qr.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();

        assertThat(svg).startsWith("<svg").contains("viewBox").doesNotContain("/r/");
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(300);
        as("clerk@GY-KJJ-ZGK").get("/api/v1/visits/QR-1/qr.png").then().statusCode(404);
        queueSystem().get("/api/v1/visits/none/qr.svg").then().statusCode(404);
    }

    @Test
    void nothingOfTheCodeIsStoredWithTheVisit() throws SQLException {
        String code = city.visit("stored", MATTER);

        String row = ask("select visit::text from visit where number = 'stored'");

        assertThat(row).doesNotContain(code, code.substring(10, 30));
        assertThat(ask("select string_agg(data_type, ',' order by column_name) from information_schema.columns"
                        + " where table_name = 'visit' and data_type like '%time%'"))
                .isNull();
    }

    private static Map<String, Object> with(Map<String, Object> report, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(report);
        changed.put(field, value);
        return changed;
    }

    private String ask(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
