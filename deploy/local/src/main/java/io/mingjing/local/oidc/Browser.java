package io.mingjing.local.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Just enough of a browser to sign in: keeps cookies per host, whatever the port, and follows redirects. */
final class Browser {

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** An answer, and where it came from. */
    final class Answer {
        private final HttpResponse<String> response;

        private Answer(HttpResponse<String> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        URI address() {
            return response.uri();
        }

        String body() {
            return response.body();
        }

        URI location() {
            return response.headers()
                    .firstValue("location")
                    .map(address()::resolve)
                    .orElseThrow(() -> new IllegalStateException("No redirect: " + this));
        }

        Answer followed() {
            Answer answer = this;
            for (int i = 0; i < MOST_REDIRECTS; i++) {
                if (answer.response.headers().firstValue("location").isEmpty()) {
                    return answer;
                }
                answer = get(answer.location());
            }
            throw new IllegalStateException("Redirected in circles: " + this);
        }

        @Override
        public String toString() {
            return status() + " " + address() + " " + body();
        }
    }

    Answer get(URI address) {
        return send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").GET());
    }

    Answer post(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    private Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted 被中断", e);
        }
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (pair.length == 2 && !pair[1].isEmpty()) {
            cookies.put(pair[0], pair[1]);
        } else {
            cookies.remove(pair[0]);
        }
    }
}
