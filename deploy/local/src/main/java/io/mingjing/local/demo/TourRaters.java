package io.mingjing.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The tour's visitors: phones that scan the demo's visits and rate, without any sign-in. */
final class TourRaters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LAST_VISIT_OF_THE_WINDOW = 13;

    private final TourSystem system;
    private final List<DemoLoader.Visit> visits;
    private final List<String> receipts = new ArrayList<>();

    /** @param visits of the day, those of the first window first */
    TourRaters(TourSystem system, List<DemoLoader.Visit> visits) {
        this.system = system;
        this.visits = List.copyOf(visits);
    }

    /** Lets a visitor rate one matter of the visit. */
    void rate(int visitor, boolean poorly) {
        String url = visits.get(visitor).url();
        ObjectNode rating = JSON.createObjectNode()
                .put("code", url.substring(url.lastIndexOf('/') + 1))
                .put(
                        "matter",
                        DemoData.visits().get(visitor).path("matters").path(0).asText())
                .put("level", poorly ? 1 : 5)
                .put("note", poorly ? "材料要求没有一次说清（演示）" : "");
        rating.putArray("reasons").add(poorly ? "115" : "517");
        receipts.add(post("/r", rating).path("receipt").asText());
    }

    /** Where a visitor of the same window rates who has not done so. */
    URI unused() {
        return URI.create(visits.get(LAST_VISIT_OF_THE_WINDOW).url());
    }

    List<String> receipts() {
        return List.copyOf(receipts);
    }

    /** What the first visitor's receipt answers now. */
    JsonNode answer() {
        return post("/r/receipt", JSON.createObjectNode().put("receipt", receipts.getFirst()));
    }

    private JsonNode post(String path, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(system.evaluation().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return JSON.readTree(
                    system.http().send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rating", e);
        }
    }
}
