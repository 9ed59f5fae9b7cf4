package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.Altered;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.leaf.application.OfficeStory;
import io.mingjing.evaluation.leaf.domain.CityOrder;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams that open no task by themselves end with the city office, and wait no longer than visits do. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class CityOrderStreamsTest {

    /** The 20th working day after {@link MixingWorld#DAY} by the provisional calendar. */
    private static final LocalDate TWENTIETH = LocalDate.of(2026, 4, 16);

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;
    private final OfficeStory story;

    CityOrderStreamsTest(MixingWorld world, OfficeWorld office, SuperUser database, OfficeStory story) {
        this.world = world;
        this.office = office;
        this.database = database;
        this.story = story;
    }

    @BeforeEach
    void begin() {
        office.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    /** It can be given until 33 days after the day it is about, and waits from that day all the same. */
    @Test
    void aSecondRatingWaitsFromItsOwnDay() {
        String window = world.windowDrawn(false, DAY, OfficeWorld.CGK);
        world.rateUntil(DAY.plusDays(33), window, world.ticket(Streams.SECOND, window, OfficeWorld.CGK, DAY, 1, 1));

        world.slot(TWENTIETH.minusDays(1));
        orders(0);
        world.slot(TWENTIETH);
        orders(1);
        world.slot(TWENTIETH.plusDays(1));
        orders(1);
    }

    /** Nobody is given a task for it, so the office has it, and everybody in it reads what came of it. */
    @ParameterizedTest
    @ValueSource(strings = {Streams.PLACE, Streams.CONTESTED, Streams.SECOND})
    void aPoorLeafThatOpensNoTaskIsAnOrder(String stream) {
        String place = windowThatPasses(stream);
        fiveRate(stream, place, 5, 1, 4, 3, 5);
        world.slot(DAY);
        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());

        String order = orders(1).extract().path("items[0].id");
        assertThat(story.orderOf(leaf)).contains(new CityOrder(null, null));
        assertThat(receipt(stream, place)).doesNotContain("/r/receipt/second");
        OfficeWorld.office("甲")
                .body(Map.of("result", "已电话联系窗口负责人，当日补办"))
                .post("/api/v1/city-orders/" + order + "/result")
                .then()
                .statusCode(200)
                .body("leaf", equalTo(leaf.toString()));

        assertThat(receipt(stream, place)).contains("已电话联系窗口负责人，当日补办", "/r/receipt/second");
    }

    /** The unit gets a task for it once, and whoever was in it reads what comes of that (转办). */
    @ParameterizedTest
    @ValueSource(strings = {Streams.PLACE, Streams.CONTESTED, Streams.SECOND})
    void aPersonPassesALeafThatOpensNoTaskOnToItsUnitOnce(String stream) {
        String place = windowThatPasses(stream);
        fiveRate(stream, place, 5, 1, 4, 3, 5);
        world.slot(DAY);
        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());
        String order = orders(1).extract().path("items[0].id");

        for (String person : new String[] {"甲", "甲", "乙"}) {
            OfficeWorld.office(person)
                    .post("/api/v1/city-orders/" + order + "/task")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("PASSED_ON"));
        }

        assertThat(world.events())
                .filteredOn(event -> event.contains("\"leaf\""))
                .singleElement()
                .satisfies(event ->
                        assertThat(event).contains(leaf.toString(), "\"stream\":\"" + stream + "\"", "\"poor\":1"));
        assertThat(database.column("select action from audit where action like '%PASSED_ON' order by 1"))
                .containsExactly("CITY_ORDER_PASSED_ON", "LEAF_PASSED_ON");
        assertThat(story.orderOf(leaf)).as("the task says what came of it").contains(new CityOrder(null, null));
        OfficeWorld.office("甲")
                .body(Map.of("result", "x"))
                .post("/api/v1/city-orders/" + order + "/result")
                .then()
                .statusCode(409)
                .body("state", equalTo("PASSED_ON"));
    }

    /** Its unit had no task yet to which the words could have been added when they were published. */
    @Test
    void whatWasPublishedOfALeafGoesWithItWhenItIsPassedOn() {
        String place = windowThatPasses(Streams.PLACE);
        fiveRate(Streams.PLACE, place, 5, 1, 4, 3, 5);
        world.rate(
                place, Altered.withNote(world.ticket(Streams.PLACE, place, OfficeWorld.CGK, DAY, 6, 1), "叫号屏坏了好几天没人修"));
        world.slot(DAY);
        OfficeWorld.office("甲")
                .body(Map.of("text", "有群众反映叫号设备故障"))
                .post("/api/v1/noted-leaves/"
                        + database.column("select id from leaf").getFirst() + "/paraphrases")
                .then()
                .statusCode(201);
        world.slot(DAY.plusDays(1));

        OfficeWorld.office("甲")
                .post("/api/v1/city-orders/" + orders(1).extract().path("items[0].id") + "/task")
                .then()
                .statusCode(200);

        assertThat(world.events())
                .filteredOn(event -> event.contains("\"leaf\""))
                .singleElement()
                .asString()
                .contains("\"paraphrases\":[\"有群众反映叫号设备故障\"]");
    }

    /** What no unit may learn of stays with the office; what is done is done. */
    @Test
    void aRatingThatNoLeafTookIsNotPassedOn() {
        String window = world.windowDrawn(false, DAY, OfficeWorld.CGK);
        world.rateUntil(DAY.plusDays(33), window, world.ticket(Streams.SECOND, window, OfficeWorld.CGK, DAY, 1, 1));
        world.slot(TWENTIETH);
        String order = orders(1).extract().path("items[0].id");

        OfficeWorld.office("甲")
                .post("/api/v1/city-orders/" + order + "/task")
                .then()
                .statusCode(422);
        OfficeWorld.office("甲")
                .post("/api/v1/city-orders/" + UUID.randomUUID() + "/task")
                .then()
                .statusCode(404);
        OfficeWorld.as("丙", "coordinator@GY-KJJ")
                .post("/api/v1/city-orders/" + order + "/task")
                .then()
                .statusCode(403);

        assertThat(world.events()).noneMatch(event -> event.contains("\"leaf\""));
        orders(1).body("items[0].state", equalTo("OPEN"));
    }

    /** A list opens the rows it shows: those of years ago are not even read. */
    @Test
    void thePagesGoThroughOpenOnesFirstAndOpenNoOthers() {
        String place = windowThatPasses(Streams.PLACE);
        fiveRate(Streams.PLACE, place, 5, 1, 4, 3, 5);
        String other = windowThatPasses(Streams.SECOND);
        fiveRate(Streams.SECOND, other, 5, 1, 4, 3, 5);
        world.slot(DAY);
        String first = orders(2).extract().path("items[0].id");
        OfficeWorld.office("甲").body(Map.of("result", "x")).post("/api/v1/city-orders/" + first + "/result");
        database.execute("insert into city_order values (gen_random_uuid(), '\\x01', null, '2020-01-01', '\\x00')");

        String next =
                page(null).body("items[0].state", equalTo("OPEN")).extract().path("next");
        page(next).body("items[0].id", equalTo(first)).body("next", equalTo(null));
    }

    private static ValidatableResponse page(@Nullable String after) {
        var request = OfficeWorld.office("甲").queryParam("limit", 1);
        return (after == null ? request : request.queryParam("after", after))
                .get("/api/v1/city-orders")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private String windowThatPasses(String stream) {
        String place = Stream.generate(() -> "W-" + UUID.randomUUID())
                .filter(code -> world.passes(PoolKey.ofWindow(code, OfficeWorld.CGK, stream), DAY))
                .findFirst()
                .orElseThrow();
        world.window(place, OfficeWorld.CGK, true);
        return place;
    }

    /** Who contests a rating had a visit that the feed confirms; tickets have none. */
    private void fiveRate(String stream, String place, int... levels) {
        if (!stream.equals(Streams.CONTESTED)) {
            world.tickets(stream, place, OfficeWorld.CGK, DAY, levels);
            return;
        }
        world.serve(place, OfficeWorld.CGK, DAY, 1, levels.length, true);
        for (int n = 1; n <= levels.length; n++) {
            world.rate(place, Altered.contested(world.rating(place, OfficeWorld.CGK, DAY, n, "M-1", levels[n - 1])));
        }
    }

    private String receipt(String stream, String place) {
        String name = stream.equals(Streams.CONTESTED) ? place : stream + place;
        return given().formParam("receipt", world.receipt(name, DAY, 1, "M-1"))
                .post("/r/receipt")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse orders(int many) {
        return OfficeWorld.office("甲")
                .get("/api/v1/city-orders")
                .then()
                .statusCode(200)
                .body("items", hasSize(many));
    }
}
