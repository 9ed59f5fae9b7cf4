package io.mingjing.evaluation.intake.application;

import static io.mingjing.evaluation.City.MATTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One rating for each visit and matter, whoever sends how many at once. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class FiftyClientsTest {

    private static final int CLIENTS = 50;
    private static final int VISITS = 500;

    private final City city;
    private final Raters raters;

    FiftyClientsTest(City city, Raters raters) {
        this.city = city;
        this.raters = raters;
    }

    @Test
    @Timeout(240)
    void fiveHundredVisitsAreRatedOnceEachByFiftyClientsAtOnce() throws Exception {
        city.found();
        List<String> codes = city.visits(
                IntStream.range(0, VISITS)
                        .mapToObj(number -> "at-once-" + number)
                        .toList(),
                MATTER);
        long before = raters.rows();
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        List<Callable<List<String>>> clients = IntStream.range(0, CLIENTS)
                .<Callable<List<String>>>mapToObj(client -> () -> rateAll(codes, client, together))
                .toList();

        List<List<String>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<List<String>> client : threads.invokeAll(clients)) {
                outcomes.add(client.get());
            }
        }

        assertThat(raters.rows()).isEqualTo(before + VISITS);
        for (int visit = 0; visit < VISITS; visit++) {
            int number = visit;
            assertThat(outcomes.stream().map(client -> client.get(number)))
                    .hasSize(CLIENTS)
                    .containsOnlyOnce("ACCEPTED")
                    .containsOnly("ACCEPTED", "ALREADY_RATED");
        }
    }

    private static List<String> rateAll(List<String> codes, int client, CyclicBarrier together) throws Exception {
        List<String> outcomes = new ArrayList<>();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int visit = 0; visit < codes.size(); visit++) {
                together.await();
                String body = "{\"code\":\"%s\",\"matter\":\"%s\",\"level\":%d,\"nonce\":\"nonce-at-once-%04d-%04d\"}"
                        .formatted(codes.get(visit), MATTER, 1 + client % 5, visit, client);
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/r"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                outcomes.add(answer.body().replaceAll(".*\"outcome\":\"(\\w+)\".*", "$1"));
            }
        }
        return outcomes;
    }
}
