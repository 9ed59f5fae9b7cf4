package io.mingjing.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A visitor's phone that sends what it is told; the nonce is what makes it the same phone again. */
final class Rater {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final RunningSystem system;
    private final String code;
    private final String nonce;

    private Rater(RunningSystem system, String url) {
        this.system = system;
        this.code = url.substring(url.lastIndexOf('/') + 1);
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        this.nonce = HexFormat.of().formatHex(random);
    }

    /** A phone that has scanned the address. */
    static Rater of(RunningSystem system, String url) {
        return new Rater(system, url);
    }

    /** What a phone sends. */
    record Rating(String matter, int level, List<String> reasons, String note) {

        static Rating poor(String matter) {
            return new Rating(matter, 1, List.of("115"), "");
        }

        static Rating good(String matter) {
            return new Rating(matter, 5, List.of("517"), "");
        }
    }

    /** What came back; {@code receipt} is empty where there was none. */
    record Sent(int status, String outcome, String receipt) {

        boolean isAccepted() {
            return status / 100 == 2 && outcome.equals("ACCEPTED");
        }
    }

    /** The code it scanned. */
    String code() {
        return code;
    }

    Sent send(Rating rating) {
        try {
            return trySend(rating);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same, for somebody who can stand a service that is away.
     *
     * @throws IOException when nothing answered; whether the rating counts is then not known, and sending it again is right
     */
    Sent trySend(Rating rating) throws IOException {
        String body = JSON.writeValueAsString(Map.of(
                "code", code,
                "matter", rating.matter(),
                "level", rating.level(),
                "reasons", rating.reasons(),
                "note", rating.note(),
                "nonce", nonce));
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(system.evaluation("/r"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body)));
        JsonNode answer = response.body().startsWith("{") ? JSON.readTree(response.body()) : JSON.createObjectNode();
        return new Sent(
                response.statusCode(),
                answer.path("outcome").asText(""),
                answer.path("receipt").asText(""));
    }

    /** The receipt page as a browser without scripts would get it. */
    static String receiptPage(RunningSystem system, String receipt) {
        return post(system, "/r/receipt", Map.of("receipt", receipt)).body();
    }

    /** Sends a form as a browser without scripts would. */
    static HttpResponse<String> post(RunningSystem system, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return exchange(HttpRequest.newBuilder(system.evaluation(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", system.evaluation("").toString())
                    .header("Accept", "text/html")
                    .POST(BodyPublishers.ofString(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rating", e);
        }
    }
}
