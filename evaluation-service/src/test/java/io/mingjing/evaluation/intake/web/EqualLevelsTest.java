package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.mingjing.evaluation.intake.Raters.form;
import static io.mingjing.evaluation.intake.Raters.json;
import static io.mingjing.evaluation.intake.Raters.receipt;
import static io.mingjing.evaluation.intake.Raters.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every level costs the same: taps, fields, words, and bytes on the way back; every reason counts at its level alone. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class EqualLevelsTest {

    private final City city;
    private final Raters raters;
    private final Scales scales;
    private final TestClock clock;

    EqualLevelsTest(City city, Raters raters, Scales scales, TestClock clock) {
        this.city = city;
        this.raters = raters;
        this.scales = scales;
        this.clock = clock;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    /** National and local ones; the national list in force has forty. */
    @Test
    void eachReasonIsTakenAtItsLevelAndRefusedAtOthers() {
        Scale scale = scales.on(clock.today());
        List<String> national = scale.levels().stream()
                .flatMap(level -> level.reasons().stream())
                .map(Scale.Reason::code)
                .filter(code -> code.matches("\\d{3}"))
                .toList();
        assertThat(national).hasSize(40).doesNotHaveDuplicates();
        for (Scale.Level level : scale.levels()) {
            List<String> own = level.reasons().stream().map(Scale.Reason::code).toList();
            String code = city.visit("all-reasons-" + level.level(), MATTER);
            String nonce = "nonce-of-all-reasons-000" + level.level();
            for (Scale.Level other : scale.levels()) {
                for (Scale.Reason reason : other.reasons()) {
                    if (!own.contains(reason.code())) {
                        Response refused = json(
                                with(rating(code, MATTER, level.level(), nonce), "reasons", List.of(reason.code())));
                        assertThat(refused.statusCode()).as(reason.code()).isEqualTo(422);
                        assertThat(refused.<String>path("violations[0].field")).isEqualTo("reasons");
                    }
                }
            }
            for (String reason : own) {
                String visit = city.visit("reason-" + level.level() + "-" + reason, MATTER);
                json(with(rating(visit, MATTER, level.level(), nonce), "reasons", List.of(reason)))
                        .then()
                        .statusCode(201);
            }
            RatingRecord all = raters.opened(json(with(rating(code, MATTER, level.level(), nonce), "reasons", own))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("receipt"));
            assertThat(all.reasons()).containsExactlyElementsOf(own);
        }
    }

    @Test
    void theFormOffersAsMuchAtEachLevel() {
        String page = given().get("/r/" + city.visit("equal-form", MATTER)).asString();

        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(level -> Pattern.compile("(?s)<div class=\"reasons r" + level + "\".*?</div>")
                                .matcher(page)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group()
                                .split("<input class=\"pick\" type=\"checkbox\"", -1)
                                .length))
                .containsOnly(17);
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(level -> Pattern.compile("class=\"pick l" + level + "\"")
                        .matcher(page)
                        .results()
                        .count()))
                .containsOnly(1L);
        assertThat(page.split("name=\"verbatim\"", -1)).hasSize(2);
        assertThat(page.split("name=\"coerced\"", -1)).hasSize(2);
        assertThat(page.split("<button type=\"submit\"", -1)).hasSize(2);
    }

    @Test
    void theAnswerHasTheSameBytesAndHeadersWhateverWasSent() {
        Set<String> answers = IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(level -> List.of(false, true).stream().map(chatty -> {
                    String code = city.visit("equal-answer-" + level + chatty, MATTER);
                    Map<String, Object> fields = Map.of("code", code, "matter", MATTER, "level", level);
                    Response answer = form(
                            "nonce-of-equal-answers-01",
                            chatty ? with(fields, "note", "一句话", "coerced", 1, "verbatim", 1) : fields);
                    return answer.asString().replace(receipt(answer), "RECEIPT") + "\n" + answer.headers();
                }))
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
    }

    @Test
    void theChipAndTheTickLieInTheBoxAtEveryLevel() {
        for (int level = 1; level <= 5; level++) {
            String code = city.visit("marks-" + level, MATTER);
            RatingRecord rating = raters.opened(receipt(form(
                    "nonce-of-the-marks-000001",
                    Map.of(
                            "code",
                            code,
                            "matter",
                            MATTER,
                            "level",
                            level,
                            "note",
                            "原话",
                            "coerced",
                            1,
                            "verbatim",
                            1))));
            RatingRecord silent = raters.opened(json(with(
                            rating(city.visit("no-marks-" + level, MATTER), MATTER, level, "nonce-of-no-marks-0000001"),
                            "verbatim",
                            true))
                    .path("receipt"));

            assertThat(rating.marks().coerced()).isTrue();
            assertThat(rating.marks().verbatim()).isTrue();
            assertThat(silent.marks().coerced()).isFalse();
            assertThat(silent.marks().verbatim())
                    .as("there are no words to pass on")
                    .isFalse();
        }
    }
}
