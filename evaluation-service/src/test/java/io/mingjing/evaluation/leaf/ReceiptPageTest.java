package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.application.TaskOutcomes;
import io.mingjing.evaluation.leaf.domain.Outcome;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receipt proves that a rating counts and never what it says (anonymity rule K7). */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ReceiptPageTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final TaskOutcomes outcomes;

    ReceiptPageTest(MixingWorld world, SuperUser database, TaskOutcomes outcomes) {
        this.world = world;
        this.database = database;
        this.outcomes = outcomes;
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
    void theSameBytesForEverybodyInALeafFromTheRatingToTheClose() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY); // 5, 1, 4, 3, 2, 5

        assertThat(onePageForAll(window, "zh")).contains("已计入，尚未到公布时点");
        assertThat(onePageForAll(window, "en")).contains("Counted; not yet time to publish");

        world.slot(DAY);
        assertThat(onePageForAll(window, "zh")).contains("正在交办");

        UUID leaf = UUID.fromString(database.column("select id from leaf").getFirst());
        UUID task = UUID.randomUUID();
        outcomes.record(new Outcome(leaf, task, "GY-KJJ-2026-7", "ISSUED", null, null), 1);
        assertThat(onePageForAll(window, "zh")).contains("GY-KJJ-2026-7", "已交办");
        outcomes.record(new Outcome(leaf, task, "GY-KJJ-2026-7", "CLOSED", "销-3", "增设引导岗"), 6);
        outcomes.record(new Outcome(leaf, task, "GY-KJJ-2026-7", "IN_PROGRESS", null, null), 3);
        assertThat(onePageForAll(window, "zh")).contains("已销号", "销-3", "增设引导岗");
    }

    @Test
    void aLeafWithoutPoorRatingsHasNothingToMend() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 12, true);
        IntStream.rangeClosed(1, 6).forEach(n -> world.rate(window, CGK, DAY, n, 3 + n % 3));

        world.slot(DAY);

        assertThat(onePageForAll(window, "zh")).contains("不产生整改任务");
    }

    @Test
    void anUnknownReceiptGetsAClearPageAndChangesNothing() {
        for (String typed :
                new String[] {"", "0000-0000-00000", "不是回执", "'; drop table receipt; --", "x".repeat(3_000)}) {
            Response answer = ask(typed, "zh");

            assertThat(answer.statusCode()).as(typed).isEqualTo(404);
            assertThat(answer.asString()).contains("没有找到这个回执码").doesNotContain("drop table", "xxx");
        }
        given().contentType(ContentType.JSON)
                .body(Map.of("receipt", "0000000000000"))
                .post("/r/receipt")
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .body("null")
                .post("/r/receipt")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{")
                .post("/r/receipt")
                .then()
                .statusCode(400);
        given().get("/r/receipt").then().statusCode(200);
    }

    @Test
    void aReceiptIsReadAsPeopleTypeIt() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        String code = world.receipt(window, DAY, 1, "M-1");
        String typed = " " + code.substring(0, 4).toLowerCase(Locale.ROOT) + "-" + code.substring(4) + " ";

        assertThat(ask(typed, "zh").asString()).contains("已计入");
    }

    @Test
    void unknownReceiptsNeverKeepAFreshOneFromBeingFound() throws Exception {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 40, true);
        try (ExecutorService askers = Executors.newFixedThreadPool(8)) {
            Future<?> flood =
                    askers.submit(() -> IntStream.range(0, 200).parallel().forEach(n -> assertThat(
                                    ask("0000000%06d".formatted(n), "zh").statusCode())
                            .isEqualTo(404)));
            for (int n = 1; n <= 30; n++) {
                world.rate(window, CGK, DAY, n, 5);
                assertThat(ask(world.receipt(window, DAY, n, "M-1"), "zh").asString())
                        .contains("已计入");
            }
            flood.get();
        }
    }

    private String onePageForAll(String window, String language) {
        Set<String> pages = IntStream.rangeClosed(1, 6)
                .mapToObj(n -> ask(world.receipt(window, DAY, n, "M-1"), language))
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(answer -> answer.headers().asList().stream()
                                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                                .map(Object::toString)
                                .collect(Collectors.joining("\n"))
                        + "\n" + answer.asString())
                .collect(Collectors.toSet());
        assertThat(pages).as("different answers within a leaf").hasSize(1);
        return pages.iterator().next();
    }

    private static Response ask(String receipt, String language) {
        return given().contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("receipt", receipt)
                .cookie("lang", language)
                .post("/r/receipt");
    }
}
