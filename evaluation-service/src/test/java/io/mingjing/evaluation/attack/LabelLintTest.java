package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics are read by people who may know of no place and no level: not a label of any of them names one. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class LabelLintTest {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> FORBIDDEN =
            Set.of("place", "window", "hall", "unit", "owner", "level", "leaf", "matter", "stream", "reason", "visit");

    private final MixingWorld world;
    private final SuperUser database;
    private final RatedReading reading;
    private final VisitStore visits;
    private final VisitRegister register;

    LabelLintTest(
            MixingWorld world, SuperUser database, RatedReading reading, VisitStore visits, VisitRegister register) {
        this.world = world;
        this.database = database;
        this.reading = reading;
        this.visits = visits;
        this.register = register;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void noLabelNamesAPlaceAUnitALevelALeafOrACode() {
        world.begin();
        String window = world.windowDrawn(true, DAY, "GY-KJJ-CGK");
        world.sixOfTwelve(window, "GY-KJJ-CGK", DAY);
        String code = City.codeOf(
                register.urlOf(visits.find(MixingWorld.number(window, DAY, 9)).orElseThrow()));
        given().contentType(ContentType.JSON)
                .body(City.rating(code, "M-1", 1, "nonce-of-a-rater-000001"))
                .post("/r")
                .then()
                .statusCode(201);
        given().get("/r/" + code + "A");
        reading.everything(window);
        world.slot(DAY);
        reading.everything(window);

        String metrics = City.as("operations@GY").get("/q/metrics").asString();
        List<MatchResult> labels =
                new ArrayList<>(LABEL.matcher(metrics).results().toList());
        List<String> words = new ArrayList<>(List.of(window, code, "GY-KJJ", "H-1", "M-1", "叶-"));
        words.addAll(database.column("select id::text from leaf"));
        words.addAll(database.column("select number from visit"));

        assertThat(metrics).contains("mingjing_mixer_seconds_behind", "mingjing_intake_accepted_total", "http_server_");
        assertThat(labels).hasSizeGreaterThan(50);
        assertThat(labels).extracting(label -> label.group(1)).doesNotContainAnyElementsOf(FORBIDDEN);
        assertThat(labels).extracting(label -> label.group(2)).noneMatch(value -> words.stream()
                .anyMatch(value::contains));
        assertThat(metrics.lines().filter(line -> line.startsWith("mingjing_")))
                .noneMatch(line -> line.contains("{") && FORBIDDEN.stream().anyMatch(line::contains));
    }
}
