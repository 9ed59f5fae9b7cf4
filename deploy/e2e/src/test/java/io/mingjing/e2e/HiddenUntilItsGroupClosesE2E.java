package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.e2e.KafkaTap.Seen;
import io.mingjing.e2e.Rater.Rating;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A poor rating: the city office sees it at once; the rated bureau sees nothing until its group closes, and then sums. */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Story.Chapter
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HiddenUntilItsGroupClosesE2E {

    /** Everybody in the rated bureau whom the system knows. */
    private static final List<String> RATED_SIDE = List.of(
            "demo-clerk",
            "demo-cgk",
            "demo-cgk-head",
            "demo-liaison",
            "demo-coordinator",
            "demo-leader",
            "demo-principal");

    private static final String WORDS = "请让我说完再叫下一个号";

    private final Story story;
    private final RunningSystem system;

    HiddenUntilItsGroupClosesE2E(Story story) {
        this.story = story;
        this.system = story.system();
    }

    @Test
    @Order(1)
    void theCityOfficeSeesItWithinTwoSecondsAndTheBureauSeesNothing() {
        story.sixHaveRated();
        story.keepSecret(WORDS);
        Rater visitor = Rater.of(system, story.quietVisits().getFirst());
        Map<String, String> ratedSide = whatTheRatedSideReads();
        List<Seen> events = system.kafka().everything();

        assertThat(visitor.send(new Rating(Feed.MATTER, 2, List.of("214"), WORDS))
                        .isAccepted())
                .isTrue();

        await("the city office to see it")
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(pending().getList("items.note")).contains(WORDS));
        assertThat(pending().getMap("items.find { it.note == '" + WORDS + "' }"))
                .containsEntry("place", Story.QUIET_WINDOW)
                .containsEntry("level", 2)
                .containsEntry("reasons", List.of("214"));
        assertThat(whatTheRatedSideReads()).isEqualTo(ratedSide);
        assertThat(system.kafka().everything()).isEqualTo(events);
        RATED_SIDE.forEach(person -> system.as(person)
                .get(system.evaluation("/api/v1/pending-ratings"))
                .then()
                .statusCode(403));
    }

    @Test
    @Order(2)
    void aSlotThatTheDrawHoldsClosesNothing() {
        story.sixHaveRated();

        story.liveThroughTheSlotThatHolds();

        assertThat(leavesOf(Story.WINDOW)).isEmpty();
        assertThat(tasksOfLeaves()).isEmpty();
        assertThat(Rater.receiptPage(system, story.receipt(0))).contains("已计入，尚未到公布时点");
    }

    @Test
    @Order(3)
    void whenItPassesOneTaskOpensWithCountsAndReasons() {
        story.sixHaveRated();
        story.fourHaveRatedAtTheQuietWindow();
        story.liveThroughTheSlotThatHolds();
        story.moveTo(Story.BEFORE_THE_SLOT_THAT_PASSES);
        assertThat(leavesOf(Story.WINDOW)).as("nothing before the slot").isEmpty();

        await("the group to close").atMost(Duration.ofSeconds(75)).until(() -> !leavesOf(Story.WINDOW)
                .isEmpty());

        assertThat(leavesOf(Story.WINDOW)).singleElement().satisfies(leaf -> {
            JsonPath json = JsonPath.from(leaf.value());
            assertThat(json.getInt("served")).isEqualTo(12);
            assertThat(json.getInt("raters")).isEqualTo(Story.RATERS);
            assertThat(json.getInt("poor")).isEqualTo(Story.POOR);
            assertThat(json.getInt("levels.'1'")).isEqualTo(Story.POOR);
            assertThat(json.getInt("reasons.'115'")).isEqualTo(Story.POOR);
            assertThat(json.getString("slot")).isEqualTo("2026-03-20T10:00:00Z");
            assertThat(leaf.headers())
                    .containsEntry("ce_time", "2026-03-20T10:00:00Z")
                    .doesNotContainKey("traceparent");
        });
        String task = story.taskOfTheLeaf();
        assertThat(tasksOfLeaves()).containsExactly(task);
        JsonPath read =
                system.as("demo-cgk").get(system.task("/api/v1/tasks/" + task)).jsonPath();
        assertThat(read.getString("leads.units[0].code")).isEqualTo(Story.OWNER);
        assertThat(read.getString("facts.find { it.label == '差评' }.value")).isEqualTo("2 件");
        assertThat(read.getString("facts.find { it.label == '差评原因' }.value")).isEqualTo("服务态度差效率低 2 次");
        assertThat(read.getString("facts.find { it.label == '办结人次与参评人数' }.value"))
                .isEqualTo("12 / 6");
        assertThat(read.prettify()).doesNotContain(Story.COMMENT).doesNotContain(WORDS);
    }

    @Test
    @Order(4)
    void fourRatersCloseNoGroup() {
        story.fourHaveRatedAtTheQuietWindow();
        story.moveTo(Story.BEFORE_THE_SLOT_THAT_PASSES);
        await("the slot to be run").atMost(Duration.ofSeconds(75)).until(() -> story.slotWasRun("2026-03-20"));

        assertThat(leavesOf(Story.QUIET_WINDOW)).isEmpty();
        JsonPath balance = system.as("demo-operations")
                .get(system.evaluation("/api/v1/intake/balance"))
                .jsonPath();
        assertThat(balance.getLong("pending")).isGreaterThanOrEqualTo(Story.QUIET_RATERS);
        assertThat(balance.getLong("accepted"))
                .isEqualTo(balance.getLong("pending")
                        + balance.getLong("mixed")
                        + balance.getLong("quarantined")
                        + balance.getLong("tested"));
    }

    private Map<String, String> whatTheRatedSideReads() {
        Map<String, String> read = new LinkedHashMap<>();
        for (String person : RATED_SIDE) {
            for (var address : List.of(
                    system.task("/api/v1/tasks"),
                    system.evaluation("/api/v1/leaves"),
                    system.notification("/api/v1/notices"))) {
                Response answer = system.as(person).get(address);
                read.put(person + " " + address, answer.statusCode() + " " + answer.asString());
            }
        }
        return read;
    }

    private JsonPath pending() {
        return system.as("demo-city-office")
                .get(system.evaluation("/api/v1/pending-ratings"))
                .jsonPath();
    }

    private List<Seen> leavesOf(String window) {
        return system.kafka().ofType("LeafClosed").stream()
                .filter(leaf -> leaf.value().contains('"' + window + '"'))
                .toList();
    }

    private List<String> tasksOfLeaves() {
        return system.kafka().ofType("TaskIssued").stream()
                .map(issued -> JsonPath.from(issued.value()))
                .filter(issued -> issued.getString("source").equals("LEAF"))
                .map(issued -> issued.getString("taskId"))
                .toList();
    }
}
