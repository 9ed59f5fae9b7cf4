package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.e2e.Rater.Rating;
import io.mingjing.e2e.RawHttp.Answer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Wrong input anywhere on the way: clear words, what would be right, never a 5xx, and nothing changes. */
@Order(8)
@Story.Chapter
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WrongInputE2E {

    /** A day on which the story's codes, good until 22 March, have expired. */
    private static final String LATER = "2026-04-03T09:00:02+08:00";

    private static final String WINDOW = "GY-ZWDT-E08";

    /** What changes by itself while nobody does anything. */
    private static final List<String> RESTLESS =
            List.of("outbox", "inbox", "relay_lease", "mixer_lease", "audit", "audit_head", "flyway_schema_history");

    private final Story story;
    private final RunningSystem system;
    private final String expired;
    private final List<String> fresh;

    WrongInputE2E(Story story) {
        this.story = story;
        this.system = story.system();
        this.expired = code(story.visits().getFirst());
        story.moveTo(LATER);
        story.feed().window(WINDOW, Story.OWNER);
        this.fresh = story.feed().finished(WINDOW, story.today(), 2);
    }

    @TestFactory
    Stream<DynamicTest> isRefusedInClearWordsAndChangesNothing() throws Exception {
        Map<String, Long> before = rowsAtRest();
        List<WrongInput> all =
                new ArrayList<>(WrongInput.toRaters(system.evaluation(""), code(fresh.getFirst()), expired));
        all.addAll(WrongInput.toApi(system.evaluation(""), "neighbour", "PUT", "/api/v1/windows/GY-X"));
        all.addAll(WrongInput.toApi(system.evaluation(""), "neighbour", "PUT", "/api/v1/halls/GY-X"));
        all.addAll(WrongInput.toApi(system.evaluation(""), "neighbour", "POST", "/api/v1/visits"));
        all.addAll(WrongInput.toApi(system.task(""), "neighbour", "PUT", "/api/v1/units/GY-X"));
        all.addAll(WrongInput.toApi(system.task(""), "neighbour", "PUT", "/api/v1/posts/section@GY-X"));
        all.addAll(WrongInput.toApi(system.task(""), "demo-coordinator", "POST", "/api/v1/plans"));
        all.addAll(WrongInput.toReaders(system.task(""), "demo-coordinator", "/api/v1/tasks"));
        all.addAll(WrongInput.toReaders(system.task(""), "demo-coordinator", "/api/v1/plans"));
        all.addAll(WrongInput.toReaders(system.notification(""), "demo-coordinator", "/api/v1/notices"));
        all.addAll(WrongInput.toReaders(system.evaluation(""), "demo-city-office", "/api/v1/pending-ratings"));
        Stream<DynamicTest> each =
                all.stream().map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> isRefused(wrong)));
        return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("and nothing has changed", () -> assertThat(rows())
                .isEqualTo(before))));
    }

    @Test
    void anUnknownUnitIsNamed() {
        Answer answer = send(new WrongInput(
                "a window of an unknown unit",
                system.evaluation(""),
                "neighbour",
                "PUT",
                "/api/v1/windows/GY-X",
                WrongInput.JSON,
                "{\"name\": \"x\", \"hall\": \"GY-ZWDT\", \"ownerUnit\": \"GY-NOWHERE\", \"feed\": true}".getBytes(),
                false));

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).contains("GY-NOWHERE");
    }

    @Test
    void aReusedCodeIsNoErrorAndCountsOnce() {
        String url = fresh.getLast();
        assertThat(Rater.of(system, url).send(Rating.good(Feed.MATTER)).isAccepted())
                .isTrue();

        Rater.Sent again = Rater.of(system, url).send(Rating.poor(Feed.MATTER));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.outcome()).isEqualTo("ALREADY_RATED");
        assertThat(again.receipt()).isEmpty();
    }

    private void isRefused(WrongInput wrong) {
        Answer answer = send(wrong);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        if (wrong.page()) {
            assertThat(answer.has("content-type", "text/html"))
                    .as("a page: " + answer)
                    .isTrue();
            assertThat(answer.body()).containsPattern("\\p{IsHan}{4}");
        } else {
            assertThat(answer.has("content-type", "application/problem+json"))
                    .as("problem+json: " + answer)
                    .isTrue();
            JsonPath problem = JsonPath.from(answer.body());
            assertThat(problem.getString("type")).startsWith("urn:mingjing:problem:");
            assertThat(problem.getString("title")).containsPattern("\\p{IsHan}{2}");
            assertThat(problem.getInt("status")).isEqualTo(answer.status());
        }
    }

    private Answer send(WrongInput wrong) {
        List<String> headers = new ArrayList<>(List.of("Accept-Language: zh-CN"));
        headers.add("Accept: " + (wrong.page() ? "text/html" : "application/json"));
        if (wrong.page() && wrong.method().equals("POST")) {
            headers.add("Sec-Fetch-Site: same-origin");
        }
        if (!wrong.type().isEmpty()) {
            headers.add("Content-Type: " + wrong.type());
        }
        if (!wrong.as().equals("nobody")) {
            headers.add("Authorization: Bearer " + system.tokenOf(wrong.as()));
        }
        try {
            URI server = wrong.server();
            return RawHttp.exchange(server, wrong.method(), wrong.target(), headers, wrong.body());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + wrong.what(), e);
        }
    }

    /** The same once nothing moves any more that the start has set in motion. */
    private Map<String, Long> rowsAtRest() throws SQLException {
        AtomicReference<Map<String, Long>> last = new AtomicReference<>(rows());
        await("the system to be at rest")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Map<String, Long> now = rows();
                    return now.equals(last.getAndSet(now));
                });
        return last.get();
    }

    /** Rows of every table of all three databases that only people and neighbours change. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String service : List.of("task", "evaluation", "notification")) {
            try (Connection database = system.database(service);
                    var tables = database.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    String table = tables.getString("TABLE_NAME");
                    if (!RESTLESS.contains(table)) {
                        rows.put(service + "." + table, count(database, table));
                    }
                }
            }
        }
        return rows;
    }

    private static long count(Connection database, String table) throws SQLException {
        try (var query = database.createStatement();
                var row = query.executeQuery("select count(*) from \"" + table + "\"")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String code(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
