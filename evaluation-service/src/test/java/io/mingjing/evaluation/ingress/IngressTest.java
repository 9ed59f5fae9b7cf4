package io.mingjing.evaluation.ingress;

import static io.mingjing.evaluation.City.MATTER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/ingress/mingjing.conf keeps no side copy of a rating, hands on addresses that nobody can choose, and no others. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@TestProfile(IngressTest.BehindNginx.class)
class IngressTest {

    private static final int UNKNOWN = 5;
    private static final String NOTE = "zhezhangtiaozibuxiangbeirenkanjian";
    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([0-9A-Z-]{15})<");

    /** As docs/operations.md sets the service behind an ingress. */
    public static final class BehindNginx implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "quarkus.http.proxy.trusted-proxies",
                    Nginx.ADDRESS,
                    "mingjing.intake.limits.unknown-receipts-per-minute",
                    String.valueOf(UNKNOWN));
        }
    }

    private final City city;
    private final TestClock clock;

    @TempDir
    Path directory;

    IngressTest(City city, TestClock clock) {
        this.city = city;
        this.clock = clock;
    }

    @BeforeAll
    static void nginx() {
        assumeTrue(
                Nginx.installed().isPresent(),
                "nginx is not installed (Debian: apt-get install nginx-light), so the settings of the ingress are not tested");
    }

    @BeforeEach
    void aCityWhereTheMinuteStandsStill() {
        clock.set(Instant.now());
        city.found();
    }

    @Test
    void nothingOfARatingIsWrittenDown() throws Exception {
        String code = city.visit("ingress-" + UUID.randomUUID(), MATTER);
        try (Nginx nginx = Nginx.hardened(directory, List.of(RestAssured.port));
                Visitor visitor = new Visitor("127.0.0.2", nginx.address());
                Visitor unlucky = new Visitor("127.0.0.2", nginx.brokenAddress())) {
            String receipt = rate(visitor, unlucky, code);

            await().untilAsserted(() -> assertThat(nginx.log("raters.log")).hasSizeGreaterThanOrEqualTo(9));
            assertThat(nginx.log("raters.log"))
                    .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d /r/- \\d{3}"))
                    .anyMatch(line -> line.endsWith("200"))
                    .anyMatch(line -> line.endsWith("502"));
            assertThat(nginx.log("others.log")).isNotEmpty().allMatch(line -> !line.contains("/r/"));
            for (String secret : List.of(code, receipt, receipt.replace("-", ""), NOTE)) {
                assertThat(nginx.wrote(secret)).as("%s is in a file", secret).isFalse();
            }
            assertThat(nginx.log("raters.log")).noneMatch(line -> line.contains("127.0.0.2"));
            assertThat(nginx.log("mingjing-error.log")).isEmpty();
            assertThat(nginx.bodiesOnDisk()).isEmpty();
        }
    }

    /** What the test above looks for is there to be found. */
    @Test
    void withoutTheSettingsAllOfItIs() throws Exception {
        String code = city.visit("ingress-" + UUID.randomUUID(), MATTER);
        try (Nginx nginx = Nginx.plain(directory, RestAssured.port);
                Visitor visitor = new Visitor("127.0.0.2", nginx.address());
                Visitor unlucky = new Visitor("127.0.0.2", nginx.brokenAddress())) {
            rate(visitor, unlucky, code);

            await().untilAsserted(() -> assertThat(nginx.log("access.log"))
                    .anyMatch(line -> line.contains(code) && line.startsWith("127.0.0.2")));
            assertThat(nginx.log("error.log")).anyMatch(line -> line.contains(code));
            assertThat(nginx.bodiesOnDisk()).isNotEmpty();
        }
    }

    /** All that leaves traces: the form, the rating with a body too large for memory, what is misspelt, what fails. */
    private static String rate(Visitor visitor, Visitor unlucky, String code) throws Exception {
        assertThat(visitor.get("/r/" + code).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = visitor.post(
                "/r",
                Map.of("code", code, "matter", MATTER, "level", "1", "note", NOTE, "pad", "0".repeat(200_000)),
                "Cookie",
                "mj_page=nonce-behind-an-ingress-01",
                "Referer",
                "https://example.invalid/r/" + code);
        assertThat(answer.statusCode()).isEqualTo(200);
        Matcher receipt = RECEIPT.matcher(answer.body());
        assertThat(receipt.find()).isTrue();
        assertThat(visitor.post("/r/receipt", Map.of("receipt", receipt.group(1)))
                        .statusCode())
                .isEqualTo(200);
        for (String spelt : List.of("/%72/", "//r/", "/x/../r/", "/R/", "/r/receipt/", "/r/refused/")) {
            visitor.get(spelt + code);
            unlucky.get(spelt + code);
        }
        unlucky.post("/r", Map.of("code", code, "note", NOTE));
        visitor.get("/q/health/live");
        return receipt.group(1);
    }

    @Test
    void anAddressIsWhereTheConnectionComesFromWhateverItSaysItself() throws Exception {
        try (Nginx nginx = Nginx.hardened(directory, List.of(RestAssured.port));
                Visitor guesser = new Visitor("127.0.0.3", nginx.address());
                Visitor neighbour = new Visitor("127.0.0.4", nginx.address())) {
            List<Integer> answers = new ArrayList<>();
            for (int guess = 0; guess <= UNKNOWN; guess++) {
                answers.add(
                        guess(guesser, "X-Forwarded-For", "203.0.113." + guess, "Forwarded", "for=203.0.113." + guess));
            }

            assertThat(answers).endsWith(429).containsOnlyOnce(429);
            assertThat(guess(neighbour)).isEqualTo(404);
            assertThat(guess(neighbour, "X-Forwarded-For", "127.0.0.3")).isEqualTo(404);
        }
    }

    /** Whoever reaches the service past the ingress is himself, too. */
    @Test
    void theServiceBelievesTheIngressAlone() {
        for (int guess = 0; guess < UNKNOWN + 1; guess++) {
            int status = given().header("X-Forwarded-For", "203.0.113." + guess)
                    .contentType("application/x-www-form-urlencoded")
                    .formParam("receipt", "0000000000000")
                    .post("/r/receipt")
                    .statusCode();
            assertThat(status).isEqualTo(guess < UNKNOWN ? 404 : 429);
        }
    }

    @Test
    void oneAddressMeetsOneReplicaWhateverItsCookie() throws Exception {
        HttpServer one = replica("one");
        HttpServer two = replica("two");
        try (Nginx nginx = Nginx.hardened(
                directory, List.of(one.getAddress().getPort(), two.getAddress().getPort()))) {
            Set<String> met = new TreeSet<>();
            for (int address = 10; address < 30; address++) {
                try (Visitor visitor = new Visitor("127.0.1." + address, nginx.address())) {
                    Set<String> ofOne = new TreeSet<>();
                    for (int request = 0; request < 5; request++) {
                        ofOne.add(visitor.get("/r", "Cookie", "mj_page=" + UUID.randomUUID())
                                .body());
                    }
                    assertThat(ofOne).hasSize(1);
                    met.addAll(ofOne);
                }
            }
            assertThat(met).containsExactly("one", "two");
        } finally {
            one.stop(0);
            two.stop(0);
        }
    }

    private static int guess(Visitor visitor, String... headers) throws IOException, InterruptedException {
        return visitor.post("/r/receipt", Map.of("receipt", "0000000000000"), headers)
                .statusCode();
    }

    private static HttpServer replica(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
