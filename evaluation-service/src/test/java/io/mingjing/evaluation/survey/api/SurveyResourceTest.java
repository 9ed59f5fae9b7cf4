package io.mingjing.evaluation.survey.api;

import static io.mingjing.evaluation.City.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SurveyResourceTest {

    private static final String THIRD_PARTY = "integration@GY";

    private final City city;
    private final TestClock clock;
    private final Seals seals;
    private final SuperUser database;

    SurveyResourceTest(City city, TestClock clock, Seals seals, SuperUser database) {
        this.city = city;
        this.clock = clock;
        this.seals = seals;
        this.database = database;
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
    void answersGoIntoTheSealedIntakeOnceEach() {
        LocalDate today = clock.today();
        put("DH-1", "TELEPHONE", today.minusDays(5), today).statusCode(200);
        List<Map<String, Object>> batch = IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> answer("r-" + n, City.WINDOW, n % 5 + 1, today))
                .toList();

        take("DH-1", batch)
                .statusCode(200)
                .body("items", hasSize(1000))
                .body("items.outcome", everyItem(equalTo("IMPORTED")));
        take("DH-1", batch).body("items.outcome", everyItem(equalTo("ALREADY_IMPORTED")));
        clock.set(clock.now().plus(Duration.ofDays(3)));
        take("DH-1", batch.subList(0, 3)).body("items.outcome", everyItem(equalTo("ALREADY_IMPORTED")));

        List<RatingRecord> stored = opened(today.plusDays(30));
        assertThat(stored).hasSize(1000).allSatisfy(rating -> {
            assertThat(rating.stream()).isEqualTo(Streams.TELEPHONE);
            assertThat(rating.pf()).isEqualTo(101);
            assertThat(rating.ownerUnit()).isEqualTo("GY-KJJ-CGK");
            assertThat(rating.marks().validity()).isEqualTo(Validity.VALID);
        });
        assertThat(stored.stream()
                        .map(rating -> HexFormat.of().formatHex(rating.visitTag()))
                        .distinct())
                .hasSize(1000);
    }

    @Test
    void anAnswerOfAnotherTimeIsKeptButNotValid() {
        LocalDate today = clock.today();
        put("DH-2", "THIRD_PARTY", today.minusDays(9), today.minusDays(4)).statusCode(200);
        Map<String, Object> late = answer("r-1", null, 1, today.minusDays(1));
        late.put("unit", "GY-KJJ");

        take("DH-2", List.of(late)).body("items.outcome", contains("IMPORTED"));

        assertThat(opened(today.plusDays(26))).singleElement().satisfies(rating -> {
            assertThat(rating.marks().validity()).isEqualTo(Validity.OUTSIDE_WINDOW);
            assertThat(rating.stream()).isEqualTo(Streams.THIRD_PARTY);
            assertThat(rating.ownerUnit()).isEqualTo("GY-KJJ");
        });
    }

    @Test
    void everyFaultOfAnAnswerIsNamedAndTheOthersLand() {
        LocalDate today = clock.today();
        put("DH-3", "TELEPHONE", today, today.plusDays(1)).statusCode(200);
        Map<String, Object> bad = answer("张 三 13900000000", "NOWHERE", 9, today.plusDays(1));
        bad.put("reasons", List.of("510"));
        bad.put("raterType", "KING");
        bad.put("matter", "NO-SUCH");
        Map<String, Object> old = answer("r-3", City.WINDOW, 1, LocalDate.of(2001, 1, 1));

        take("DH-3", List.of(bad, answer("r-2", City.WINDOW, 2, today), old))
                .statusCode(200)
                .body("items.outcome", contains("REFUSED", "IMPORTED", "REFUSED"))
                .body("items[0].faults.field", hasItems("respondent", "day", "level", "raterType", "place", "matter"));
    }

    @Test
    void onlyItsImporterMayImportAndOnlyTheCityMayRegister() {
        LocalDate today = clock.today();
        Map<String, Object> survey = survey("TELEPHONE", today, today);
        as("city_office@GY-KJJ").body(survey).put("/api/v1/surveys/DH-4").then().statusCode(403);
        as("unit_admin@GY-KJJ").body(survey).put("/api/v1/surveys/DH-4").then().statusCode(403);
        put("DH-4", "TELEPHONE", today, today).statusCode(200);
        put("DH-4", "THIRD_PARTY", today, today).statusCode(409);
        as("integration@GY-KJJ")
                .body(List.of(answer("r", City.WINDOW, 5, today)))
                .post("/api/v1/surveys/DH-4/answers")
                .then()
                .statusCode(403);
        as("integration@GY", "liaison@GY-KJJ")
                .body(List.of(answer("r", City.WINDOW, 5, today)))
                .post("/api/v1/surveys/DH-4/answers")
                .then()
                .statusCode(404);
        as("oversight@GY").get("/api/v1/surveys").then().statusCode(200).body("items.code", hasItem("DH-4"));
        as("oversight@GY-KJJ").get("/api/v1/surveys").then().statusCode(403);

        clock.set(clock.now().plus(Duration.ofDays(31)));
        take("DH-4", List.of(answer("r", City.WINDOW, 5, today)))
                .statusCode(410)
                .body("type", containsString("survey-over"));
    }

    private List<RatingRecord> opened(LocalDate expDay) {
        return database
                .rows("select encode(h, 'hex'), encode(box, 'hex') from intake where exp_day = '%s'".formatted(expDay))
                .stream()
                .map(row -> seals.open(
                        expDay,
                        HexFormat.of().parseHex(row.get(0)),
                        HexFormat.of().parseHex(row.get(1))))
                .map(Opened.Readable.class::cast)
                .map(Opened.Readable::rating)
                .toList();
    }

    private static ValidatableResponse put(String code, String kind, LocalDate from, LocalDate to) {
        return as("city_office@GY-YSB")
                .body(survey(kind, from, to))
                .put("/api/v1/surveys/" + code)
                .then();
    }

    private static Map<String, Object> survey(String kind, LocalDate from, LocalDate to) {
        return Map.of(
                "name",
                "电话调查（演示）",
                "kind",
                kind,
                "importer",
                "s-" + THIRD_PARTY.hashCode(),
                "fromDay",
                from.toString(),
                "toDay",
                to.toString());
    }

    private static ValidatableResponse take(String code, List<Map<String, Object>> answers) {
        return as(THIRD_PARTY)
                .body(answers)
                .post("/api/v1/surveys/" + code + "/answers")
                .then();
    }

    private static Map<String, Object> answer(String respondent, String place, int level, LocalDate day) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("respondent", respondent);
        answer.put("place", place);
        answer.put("level", level);
        answer.put("day", day.toString());
        return answer;
    }
}
