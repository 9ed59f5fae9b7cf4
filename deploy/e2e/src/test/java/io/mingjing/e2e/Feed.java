package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hall's queue system: registers windows and reports finished visits, as a neighbour does through the public API. */
final class Feed {

    /** A matter of the demo that every visit made here is about. */
    static final String MATTER = "GY-KJ-001";

    private static final int BATCH = 1000;

    private final RunningSystem system;

    Feed(RunningSystem system) {
        this.system = system;
    }

    /** A window with an independent feed, in the demo's hall. */
    void window(String code, String ownerUnit) {
        window(code, ownerUnit, true);
    }

    /** A window at which, without an independent feed, ten must have rated of twenty that were served. */
    void windowWithoutFeed(String code, String ownerUnit) {
        window(code, ownerUnit, false);
    }

    private void window(String code, String ownerUnit, boolean feed) {
        system.asNeighbour()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "测试窗口 " + code, "hall", "GY-ZWDT", "ownerUnit", ownerUnit, "feed", feed))
                .put(system.evaluation("/api/v1/windows/" + code))
                .then()
                .statusCode(200);
    }

    /**
     * Reports visits of a day that ended at a window.
     *
     * @return where their visitors rate, in order
     */
    List<String> finished(String window, String day, int visits) {
        List<String> urls = new ArrayList<>();
        for (int from = 0; from < visits; from += BATCH) {
            List<Map<String, Object>> batch = new ArrayList<>();
            for (int i = from; i < Math.min(visits, from + BATCH); i++) {
                batch.add(Map.of(
                        "number",
                        window + "." + day + "." + i,
                        "window",
                        window,
                        "matters",
                        List.of(MATTER),
                        "raterType",
                        "ENTERPRISE",
                        "day",
                        day,
                        "finished",
                        true));
            }
            urls.addAll(system.asNeighbour()
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", window + "-" + day + "-" + from)
                    .body(batch)
                    .post(system.evaluation("/api/v1/visits"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items.url", String.class));
        }
        assertThat(urls).hasSize(visits).doesNotContainNull();
        return urls;
    }
}
