package io.mingjing.evaluation.intake.api;

import static io.mingjing.evaluation.City.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ScaleResourceTest {

    private static final String OFFICE = "city_office@GY-YSB";

    private final City city;
    private final TestClock clock;
    private final Scales scales;
    private final SuperUser database;
    private final AuditTrail trail;

    ScaleResourceTest(City city, TestClock clock, Scales scales, SuperUser database, AuditTrail trail) {
        this.city = city;
        this.clock = clock;
        this.scales = scales;
        this.database = database;
        this.trail = trail;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @AfterEach
    void onlyWhatCameWithTheRelease() {
        clock.set(Instant.now());
        database.execute(
                "delete from scale_reason where version > 1",
                "delete from scale_level where version > 1",
                "delete from scale where version > 1",
                "delete from local_reason where version > 1",
                "delete from reason_list where version > 1");
        scales.refresh();
    }

    @Test
    void everyActiveNationalReasonCountsAtItsLevelAndAtNoOther() {
        Iterator<String> nonces = City.nonces("forty").iterator();
        List<String> codes = new ArrayList<>();
        Scale scale = scales.on(clock.today());
        for (Scale.Level level : scale.levels()) {
            level.reasons().stream()
                    .filter(reason -> reason.code().matches("[0-9]{3}"))
                    .forEach(reason -> {
                        codes.add(reason.code());
                        String code = city.visit("forty-" + reason.code(), City.MATTER);
                        int other = level.level() % 5 + 1;
                        rate(code, other, reason.code(), nonces.next())
                                .statusCode(422)
                                .body("violations.field", hasItem("reasons"));
                        rate(code, level.level(), reason.code(), nonces.next()).statusCode(201);
                    });
        }
        assertThat(codes).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aVersionIsInForceFromItsFirstDayAndVisitsKeepTheirs() {
        Iterator<String> nonces = City.nonces("switch").iterator();
        LocalDate from = clock.today().plusDays(1);
        put("scales/2", scale(from, "518", "智能预审当场通过")).statusCode(200);
        put("reason-lists/2", list(from, "S505")).statusCode(200);
        String before = city.visit("switch-before", City.MATTER, City.OTHER_MATTER);
        rate(before, 5, "518", nonces.next()).statusCode(422);
        rate(before, 5, "S501", nonces.next()).statusCode(201);

        clock.set(clock.now().plus(Duration.ofDays(1)));
        String after = city.visit("switch-after", City.MATTER);
        String again = city.visit("switch-again", City.MATTER);
        rate(before, City.OTHER_MATTER, 5, "518", nonces.next()).statusCode(422);
        rate(after, 5, "510", nonces.next()).statusCode(422);
        rate(after, 5, "518", nonces.next()).statusCode(201);
        rate(again, 5, "S505", nonces.next()).statusCode(201);

        given().get("/r/" + after).then().statusCode(200).body(containsString("智能预审当场通过"));
        given().get("/api/v1/scales").then().statusCode(200).body("version", equalTo(List.of(2, 1)));
        assertThat(trail.read("scale:2", 0, 10))
                .extracting(entry -> entry.act().action())
                .containsExactly("SCALE_WRITTEN");
    }

    @Test
    void integrityReasonsMayBeTickedAtEveryLevel() {
        Iterator<String> nonces = City.nonces("integrity").iterator();
        for (int level = 1; level <= 5; level++) {
            rate(city.visit("integrity-" + level, City.MATTER), level, "J001", nonces.next())
                    .statusCode(201);
        }
        assertThat(scales.isIntegrity("J001")).isTrue();
        assertThat(scales.isIntegrity("S101")).isFalse();
    }

    @Test
    void whatIsInForceIsNeverChanged() {
        LocalDate from = clock.today().plusDays(1);
        put("scales/1", scale(from, "518", "新")).statusCode(409).body("type", containsString("version-in-force"));
        put("scales/3", scale(from, "518", "新")).statusCode(409);
        put("scales/2", scale(clock.today(), "518", "新")).statusCode(422).body("type", containsString("not-a-scale"));
        put("scales/2", scale(from, "518", "新")).statusCode(200);
        put("scales/2", scale(from.plusDays(1), "519", "更新")).statusCode(200);
        assertThat(scales.on(from).version()).isEqualTo(1);

        clock.set(clock.now().plus(Duration.ofDays(3)));
        put("scales/2", scale(clock.today().plusDays(1), "520", "再")).statusCode(409);
    }

    @Test
    void everyFaultIsNamed() {
        LocalDate from = clock.today().plusDays(1);
        Map<String, Object> reused = scale(from, "109", "换了意思");
        put("scales/2", reused).statusCode(422).body(containsString("109"));
        Map<String, Object> flat = scale(from, "518", "新");
        flat.put("poorUpTo", 5);
        put("scales/2", flat).statusCode(422).body("violations.field", hasItem("poorUpTo"));
        put("reason-lists/2", list(from, "110")).statusCode(422);
        put("reason-lists/2", list(from, "toolong7")).statusCode(422);
        put("reason-lists/2", Map.of("name", "无日期", "reasons", List.of())).statusCode(400);
        as("unit_admin@GY-KJJ")
                .body(list(from, "S505"))
                .put("/api/v1/reason-lists/2")
                .then()
                .statusCode(403);
        as("city_office@GY-KJJ")
                .body(list(from, "S505"))
                .put("/api/v1/reason-lists/2")
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .body(list(from, "S505"))
                .put("/api/v1/reason-lists/2")
                .then()
                .statusCode(401);
        assertThat(database.number("select count(*) from scale")).isEqualTo(1);
        assertThat(database.number("select count(*) from reason_list")).isEqualTo(1);
    }

    private static ValidatableResponse put(String path, Map<String, Object> body) {
        return as(OFFICE).body(body).put("/api/v1/" + path).then();
    }

    private static ValidatableResponse rate(String code, int level, String reason, String nonce) {
        return rate(code, City.MATTER, level, reason, nonce);
    }

    private static ValidatableResponse rate(String code, String matter, int level, String reason, String nonce) {
        Map<String, Object> rating = new HashMap<>(City.rating(code, matter, level, nonce));
        rating.put("reasons", List.of(reason));
        return given().contentType(ContentType.JSON).body(rating).post("/r").then();
    }

    private static Map<String, Object> scale(LocalDate from, String code, String words) {
        String[] names = {"非常不满意", "不满意", "基本满意", "满意", "非常满意"};
        List<Map<String, Object>> levels = new ArrayList<>();
        for (int level = 5; level >= 1; level--) {
            List<Map<String, Object>> reasons = level == 5
                    ? List.of(Map.of("code", code, "zh", words, "en", "checked by machine at once"))
                    : List.of(Map.of("code", "9" + level, "zh", "原因" + level, "en", "reason"));
            levels.add(Map.of(
                    "level",
                    level,
                    "zh",
                    names[level - 1],
                    "en",
                    "level",
                    "value",
                    (level - 1) * 25,
                    "reasons",
                    reasons));
        }
        return new HashMap<>(Map.of(
                "fromDay",
                from.toString(),
                "name",
                "五级（演示）",
                "basis",
                "演示文件〔2026〕1号",
                "poorUpTo",
                2,
                "levels",
                levels));
    }

    private static Map<String, Object> list(LocalDate from, String code) {
        return Map.of(
                "fromDay",
                from.toString(),
                "name",
                "本市原因（演示）",
                "reasons",
                List.of(Map.of("level", 5, "code", code, "zh", "夜间也能办", "en", "open at night", "integrity", false)));
    }
}
