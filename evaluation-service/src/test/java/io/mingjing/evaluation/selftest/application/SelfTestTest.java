package io.mingjing.evaluation.selftest.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.PostedCodes;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.selftest.domain.DayResult;
import io.mingjing.evaluation.selftest.domain.Round;
import io.mingjing.evaluation.selftest.persistence.SelfTests;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SelfTestTest {

    private final City city;
    private final TestClock clock;
    private final ProbeCodes codes;
    private final SelfTests tests;
    private final Seals seals;
    private final SuperUser database;
    private final MeterRegistry metrics;
    private final PostedCodes posted;

    @TestHTTPResource("/")
    URI address;

    SelfTestTest(
            City city,
            TestClock clock,
            ProbeCodes codes,
            SelfTests tests,
            Seals seals,
            SuperUser database,
            MeterRegistry metrics,
            PostedCodes posted) {
        this.city = city;
        this.clock = clock;
        this.codes = codes;
        this.tests = tests;
        this.seals = seals;
        this.database = database;
        this.metrics = metrics;
        this.posted = posted;
    }

    @BeforeEach
    void aCityWithoutResults() {
        // Other tests leave place codes behind whose places they took away.
        database.execute("truncate self_test, self_test_round, posted_code cascade", "truncate intake");
        posted.refresh();
        city.found();
        // A kiosk answers in other words than what hangs on a wall.
        for (String kind : List.of("WINDOW", "KIOSK")) {
            City.as("city_office@GY-YSB")
                    .header("Idempotency-Key", "self-test-" + UUID.randomUUID())
                    .body(Map.of("kind", kind, "place", City.WINDOW))
                    .post("/api/v1/posted-codes")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void everyLevelLandsThroughEveryChannelWithItsMarkInTheBox() {
        Round round = new Round(clock.today(), 10);
        assertThat(tests.claim(round)).isTrue();

        selfTest(base()).run(round);

        assertThat(tests.since(clock.today())).hasSize(35).allSatisfy(result -> assertThat(result.landed())
                .isEqualTo(result.sent())
                .isOne());
        assertThat(tests.unlikeSince(clock.today())).isZero();
        assertThat(marks()).hasSize(35).containsOnly(true);
        given().get("/api/v1/self-tests").then().statusCode(200).body("allLanded", equalTo(true));
        given().get("/r/checks").then().statusCode(200).body(containsString("自检公示"), containsString("非常不满意"));
    }

    @Test
    void aFilterOfGoodRatingsShows() throws IOException {
        HttpServer filter = filterOfGoodRatings();
        double failed = failures();
        try {
            Round round = new Round(clock.today(), 11);
            tests.claim(round);
            selfTest("http://127.0.0.1:" + filter.getAddress().getPort()).run(round);
        } finally {
            filter.stop(0);
        }

        assertThat(tests.since(clock.today()))
                .allSatisfy(result -> assertThat(result.landed()).isEqualTo(result.level() <= 2 ? 0 : 1));
        assertThat(failures()).isGreaterThan(failed);
        given().get("/api/v1/self-tests").then().body("allLanded", equalTo(false));
    }

    @Test
    void aRoundIsRunOnceAndOnlyByDay() {
        LocalDate day = clock.today();
        SelfTest test = selfTest(base());
        clock.set(day.atTime(LocalTime.of(8, 59)).atZone(BusinessClock.ZONE).toInstant());
        test.look();
        assertThat(tests.since(day)).isEmpty();

        clock.set(day.atTime(LocalTime.of(9, 5)).atZone(BusinessClock.ZONE).toInstant());
        test.look();
        test.look();
        assertThat(tests.since(day)).isNotEmpty().extracting(DayResult::sent).containsOnly(1L);
        clock.set(Instant.now());
    }

    private SelfTest selfTest(String base) {
        return new SelfTest(codes, new Probe(URI.create(base)), tests, clock, metrics);
    }

    private String base() {
        return "http://127.0.0.1:" + address.getPort();
    }

    private double failures() {
        return metrics.counter("mingjing_selftest_failed").count();
    }

    private List<Boolean> marks() {
        LocalDate expDay = CodeLife.expDay(clock.today());
        return database
                .rows("select encode(h, 'hex'), encode(box, 'hex') from intake where exp_day = '%s'".formatted(expDay))
                .stream()
                .map(row -> seals.open(
                        expDay,
                        HexFormat.of().parseHex(row.get(0)),
                        HexFormat.of().parseHex(row.get(1))))
                .flatMap(opened -> Stream.of(((Opened.Readable) opened).rating().test()))
                .toList();
    }

    /** Passes everything on but poor ratings, which it thanks for and drops. */
    private HttpServer filterOfGoodRatings() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        HttpClient client = HttpClient.newHttpClient();
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.contains("level=1") || body.contains("level=2")) {
                answer(exchange, 200, "<h1>谢谢您</h1>");
                return;
            }
            HttpRequest.Builder on = HttpRequest.newBuilder(URI.create(base() + exchange.getRequestURI()));
            List.of("Content-Type", "Sec-Fetch-Site").forEach(name -> {
                String value = exchange.getRequestHeaders().getFirst(name);
                if (value != null) {
                    on.header(name, value);
                }
            });
            try {
                HttpResponse<String> answer = client.send(
                        on.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                answer(exchange, answer.statusCode(), answer.body());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
