package io.mingjing.benchmark.city;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.mingjing.benchmark.parts.ServiceJar;
import io.mingjing.local.RealParts;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The queue system of the halls: reports finished visits through the API, a thousand at a time, and gets their codes. */
public final class VisitFeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 1_000;
    private static final int AT_ONCE = 4;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceJar service;
    private final LocalDate day;

    /** @param day of the visits */
    public VisitFeed(ServiceJar service, LocalDate day) {
        this.service = service;
        this.day = day;
    }

    /** The codes of the visits, in their order. */
    public List<byte[]> register(List<Visit> visits) {
        String token = RealParts.oidc().clientToken();
        List<byte[]> codes = new ArrayList<>(visits.size());
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<byte[]>>> batches = new ArrayList<>();
            for (int from = 0; from < visits.size(); from += BATCH) {
                List<Visit> batch = visits.subList(from, Math.min(visits.size(), from + BATCH));
                batches.add(workers.submit(() -> report(batch, token)));
            }
            for (Future<List<byte[]>> batch : batches) {
                codes.addAll(batch.get());
            }
        } catch (ExecutionException refused) {
            throw new IllegalStateException("visits were not registered", refused.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
        return codes;
    }

    private List<byte[]> report(List<Visit> batch, String token) throws IOException, InterruptedException {
        ArrayNode reports = JSON.createArrayNode();
        for (Visit visit : batch) {
            var report = reports.addObject()
                    .put("number", visit.number())
                    .put("window", visit.window())
                    .put("day", day.toString())
                    .put("raterType", "INDIVIDUAL")
                    .put("finished", true);
            visit.matters().forEach(report.putArray("matters")::add);
        }
        HttpRequest request = HttpRequest.newBuilder(service.address().resolve("/api/v1/visits"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(reports)))
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(
                        answer.statusCode() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            return codes(body, batch.size());
        }
    }

    private static List<byte[]> codes(InputStream body, int expected) throws IOException {
        List<byte[]> codes = new ArrayList<>(expected);
        try (JsonParser parser = JSON.createParser(body)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && "url".equals(parser.currentName())) {
                    String url = parser.nextTextValue();
                    if (url == null) {
                        throw new IOException("a visit was refused");
                    }
                    codes.add(url.substring(url.indexOf("/r/") + 3).getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        if (codes.size() != expected) {
            throw new IOException(codes.size() + " codes for " + expected + " visits");
        }
        return codes;
    }
}
