package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest at the full hour (anonymity rule K10). */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PendingDigestTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final String NOON = "2026-03-19T04:00:00Z";
    private static final String ONE = "2026-03-19T05:00:00Z";
    private static final String TWO = "2026-03-19T06:00:00Z";

    private final MixingWorld world;
    private final SuperUser database;
    private final TestClock clock;
    private String window = "";

    PendingDigestTest(MixingWorld world, SuperUser database, TestClock clock) {
        this.world = world;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        world.begin();
        window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 40, true);
        world.serve(window, CGK, DAY.minusDays(1), 1, 3, true);
        clock.set(Instant.parse(NOON));
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void itSaysWhatCameAndWhatWaitsAndNeitherPlaceNorLevel() {
        world.rate(window, CGK, DAY.minusDays(1), 1, 1);
        world.rate(window, CGK, DAY, 1, 5);

        assertThat(take(null)).isEqualTo(Map.of("hour", NOON, "fresh", 1, "waiting", 1, "oldest", 1));
        assertThat(database.rows("select aggregate, action, from_value, to_value, why from audit"))
                .containsExactly(java.util.Arrays.asList("pending-digest", "PENDING_DIGEST_TAKEN", null, null, null));
    }

    @Test
    void askingOftenWithinTheHourTellsNoMoreThanAskingOnce() {
        world.rate(window, CGK, DAY, 1, 1);
        Map<String, Object> first = take(null);

        clock.set(Instant.parse(NOON).plus(Duration.ofMinutes(40)));
        for (int n = 2; n <= 12; n++) {
            world.rate(window, CGK, DAY, n, 2);
        }

        assertThat(take(null)).isEqualTo(first);
        assertThat(take(NOON)).isEqualTo(first);
    }

    @Test
    void whatWasSaidIsNotNewAndWhatWasNotSaidStaysNew() {
        world.rate(window, CGK, DAY, 1, 1);
        take(null);
        world.rate(window, CGK, DAY, 2, 5);

        clock.set(Instant.parse(ONE));
        assertThat(take(null)).as("the mail of noon never went out").containsEntry("fresh", 1);

        clock.set(Instant.parse(TWO));
        assertThat(take(ONE)).containsEntry("fresh", 0).containsEntry("waiting", 1);
    }

    @Test
    void whatAWholeMorningBroughtIsToldAtOnceByOneThatWasDown() {
        take(null);
        for (int n = 1; n <= 7; n++) {
            world.rate(window, CGK, DAY, n, 1);
        }

        clock.set(Instant.parse("2026-03-20T01:00:00Z"));
        assertThat(take(NOON))
                .containsEntry("fresh", 5)
                .containsEntry("waiting", 5)
                .containsEntry("oldest", 1);
    }

    @Test
    void aMarkOfAnotherDatabaseHidesNothing() {
        world.rate(window, CGK, DAY, 1, 1);
        take(null);
        database.execute("update pending_digest set told_to = '9000000000000:9000000000000:'");

        clock.set(Instant.parse(ONE));

        assertThat(take(NOON)).containsEntry("fresh", 1);
    }

    @Test
    void selfTestsAreNotCounted() {
        world.rate(window, Altered.as(Validity.TEST, world.rating(window, CGK, DAY, 1, "M-1", 1)));

        assertThat(take(null)).containsEntry("fresh", 0).containsEntry("waiting", 0);
    }

    @Test
    void anHourThatWasThroughWithoutAskingTellsNothingTwice() {
        world.rate(window, CGK, DAY, 1, 1);
        assertThat(take(null)).containsEntry("fresh", 1);

        clock.set(Instant.parse(TWO));
        assertThat(take(ONE)).containsEntry("fresh", 0).containsEntry("waiting", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z",
                "1999-12-31T23:00:00Z",
                "2026-03-19T04:00:01Z"
            })
    void anHourThatCannotHaveBeenIsBadInputAndMovesNothing(String said) {
        City.as("notices@GY")
                .contentType(ContentType.JSON)
                .body(Map.of("said", said))
                .post("/api/v1/pending-digests")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("said"));
        assertThat(database.number("select count(*) from pending_digest")).isZero();
        assertThat(database.number("select count(*) from audit")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integration@GY",
                "notices@GY-KJJ",
                "notices@NOWHERE",
                "operations@GY",
                "city_office@GY-YSB",
                "coordinator@GY-KJJ"
            })
    void nobodyElseTakesIt(String post) {
        City.as(post)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/pending-digests")
                .then()
                .statusCode(403);
        assertThat(database.number("select count(*) from pending_digest")).isZero();
        assertThat(database.number("select count(*) from audit")).isZero();
    }

    @Test
    void theNotificationServiceReadsNothingElse() {
        for (String path : List.of("pending-ratings", "city-orders", "corrections")) {
            City.as("notices@GY").get("/api/v1/" + path).then().statusCode(403);
        }
    }

    private static Map<String, Object> take(@Nullable String said) {
        Map<String, Object> body = new HashMap<>();
        body.put("said", said);
        return City.as("notices@GY")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/pending-digests")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }
}
