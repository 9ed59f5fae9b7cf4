package io.mingjing.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service's public JSON API, called as a neighbouring system would call it. */
public final class PublicApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI base;
    private final String token;

    /**
     * Speaks to one service under one token.
     *
     * @param base address of the service, without a path
     * @param token bearer token
     */
    public PublicApi(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /**
     * What a service answered.
     *
     * @param body missing where there was none
     */
    public record Answer(int status, @Nullable String location, JsonNode body) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer put(String path, JsonNode body) {
        return send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())));
    }

    /**
     * Creates something.
     *
     * @param idempotencyKey a repeat with the same key changes nothing
     */
    public Answer post(String path, String idempotencyKey, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String text = response.body();
            JsonNode body = text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(null),
                    body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + base, e);
        }
    }
}
