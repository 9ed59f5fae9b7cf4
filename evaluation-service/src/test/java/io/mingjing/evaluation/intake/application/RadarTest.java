package io.mingjing.evaluation.intake.application;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.mingjing.evaluation.intake.Raters.form;
import static io.mingjing.evaluation.intake.Raters.hidden;
import static io.mingjing.evaluation.intake.Raters.json;
import static io.mingjing.evaluation.intake.Raters.receipt;
import static io.mingjing.evaluation.intake.Raters.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.DaysAhead;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is odd is flagged inside the box, and nothing is refused for it; what is usual is not. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RadarTest {

    private final City city;
    private final Raters raters;
    private final TestClock clock;
    private final DaysAhead days;
    private final EvaluationConfig config;
    private Duration moved = Duration.ZERO;

    RadarTest(City city, Raters raters, TestClock clock, DaysAhead days, EvaluationConfig config) {
        this.city = city;
        this.raters = raters;
        this.clock = clock;
        this.days = days;
        this.config = config;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @AfterEach
    void backToToday() {
        clock.forward(moved.negated());
    }

    @Test
    void theDefaultsAreHigh() {
        assertThat(config.intake().radar().deviceCodes()).isEqualTo(10);
        assertThat(config.intake().radar().fastUnder()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.intake().radar().fiveBurst()).isEqualTo(20);
        assertThat(config.intake().radar().fiveWithin()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.intake().radar().placePerMinute()).isEqualTo(60);
        assertThat(config.intake().radar().serviceFrom()).isEqualTo(LocalTime.of(8, 0));
        assertThat(config.intake().radar().serviceTo()).isEqualTo(LocalTime.of(18, 30));
        assertThat(config.intake().limits().addressPerMinute()).isEqualTo(3_000);
        assertThat(config.intake().limits().codePerMinute()).isEqualTo(120);
        assertThat(config.intake().limits().pagePerMinute()).isEqualTo(120);
    }

    @Test
    void oneDeviceWithFiftyCodesIsFlagged() {
        String window = raters.window("W-DEV", true, false);
        List<Set<String>> flags = IntStream.range(0, 50)
                .mapToObj(number ->
                        flagsOf(rating(visit(window, "one-device-" + number), MATTER, 3, "nonce-of-one-busy-phone-1")))
                .toList();

        assertThat(flags.subList(0, 9)).noneMatch(some -> some.contains("dev"));
        assertThat(flags.subList(9, 50)).allMatch(some -> some.contains("dev"));
    }

    @Test
    void fiftyVisitorsBehindOneAddressAreNeitherLimitedNorFlagged() {
        String window = raters.window("W-NAT", true, false);
        List<String> codes = IntStream.range(0, 50)
                .mapToObj(number -> visit(window, "one-address-" + number))
                .toList();
        List<Set<String>> flags = IntStream.range(0, 50)
                .mapToObj(number ->
                        flagsOf(rating(codes.get(number), MATTER, 1 + number % 5, "nonce-of-a-hall-visitor-" + number)))
                .toList();

        assertThat(flags).allMatch(Set::isEmpty);
    }

    @Test
    void severalMattersOfAVisitAreOneCode() {
        String window = raters.window("W-MATTERS", true, false);
        for (int number = 0; number < 8; number++) {
            String code = raters.visitAt(window, "matters-" + number, clock.today(), MATTER, City.OTHER_MATTER);
            String nonce = "nonce-of-a-regular-000001";
            assertThat(flagsOf(rating(code, MATTER, 4, nonce))).doesNotContain("dev", "many");
            assertThat(flagsOf(rating(code, City.OTHER_MATTER, 4, nonce))).doesNotContain("dev", "many");
        }
    }

    @Test
    void whatIsSentAtOnceIsTooFastAndWhatAProgramSendsHasNoAge() {
        String window = raters.window("W-FAST", true, false);
        String code = visit(window, "fast");
        String cookie = given().get("/r/" + code).cookie("mj_page");

        Response sent = form(cookie, Map.of("code", code, "matter", MATTER, "level", 5));

        assertThat(raters.opened(receipt(sent)).marks().flags()).contains("fast");
        assertThat(flagsOf(rating(visit(window, "not-fast"), MATTER, 5, "nonce-of-a-program-00002")))
                .isEmpty();
    }

    @Test
    void twentyTopRatingsInARowAreFlaggedAndTheFirstPoorOneEndsIt() {
        String window = raters.window("W-FIVE", true, false);
        List<Set<String>> flags = IntStream.range(0, 24)
                .mapToObj(number -> flagsOf(rating(
                        visit(window, "five-" + number),
                        MATTER,
                        number == 22 ? 1 : 5,
                        "nonce-of-a-good-morning-" + number)))
                .toList();

        assertThat(IntStream.range(0, 24).filter(number -> flags.get(number).contains("five")))
                .containsExactly(19, 20, 21);
    }

    @Test
    void morePlaceRatingsThanVisitsAreFlagged() {
        String window = raters.window("W-MANY", true, false);
        String code = raters.placeCode("WINDOW", window);
        visit(window, "the-only-visit");

        assertThat(atPlace(code)).doesNotContain("many");
        assertThat(atPlace(code)).contains("many");
        assertThat(atPlace(raters.placeCode("WINDOW", raters.window("W-UNKNOWN", false, false))))
                .doesNotContain("many");
    }

    @Test
    void onSiteRatingsAtNightAndOnRestDaysAreFlaggedOthersAreNot() {
        String window = raters.window("W-HOUR", false, false);
        String posted = raters.placeCode("WINDOW", window);
        String online = raters.placeCode("ONLINE", window);
        LocalDate thursday = LocalDate.of(2031, 5, 15);

        moveTo(thursday.atTime(LocalTime.of(10, 0)).atZone(TestClock.ZONE));
        assertThat(atPlace(posted)).doesNotContain("hour");
        moveTo(thursday.atTime(LocalTime.of(21, 0)).atZone(TestClock.ZONE));
        assertThat(atPlace(posted)).contains("hour");
        assertThat(atPlace(online)).doesNotContain("hour");
        assertThat(flagsOf(rating(visit(window, "at-home"), MATTER, 2, "nonce-of-an-evening-00001")))
                .doesNotContain("hour");
        moveTo(thursday.plusDays(2).atTime(LocalTime.of(10, 0)).atZone(TestClock.ZONE));
        assertThat(atPlace(posted)).contains("hour");
    }

    @Test
    void aFieldThatNobodySeesGivesAProgramAwayButItsRatingLands() {
        String code = visit(raters.window("W-BOT", true, false), "bot");

        Response sent = form(
                "nonce-of-a-robot-0000001", Map.of("code", code, "matter", MATTER, "level", 5, "website", "http://x"));

        assertThat(raters.opened(receipt(sent)).marks().flags()).contains("bot");
    }

    private void moveTo(ZonedDateTime moment) {
        Duration by = Duration.between(clock.now(), moment.toInstant());
        clock.forward(by);
        moved = moved.plus(by);
        days.open();
    }

    private Set<String> atPlace(String code) {
        Map<String, String> fields = hidden(given().get("/r/" + code));
        return raters.opened(receipt(form("nonce-of-a-passer-by-0002", with(Map.copyOf(fields), "level", 4))))
                .marks()
                .flags();
    }

    private Set<String> flagsOf(Map<String, Object> rating) {
        return raters.opened(json(rating).then().statusCode(201).extract().path("receipt"))
                .marks()
                .flags();
    }

    private String visit(String window, String number) {
        return raters.visitAt(window, number, clock.today(), MATTER);
    }
}
