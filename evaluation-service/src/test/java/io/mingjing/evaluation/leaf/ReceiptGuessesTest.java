package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.application.ReceiptGuesses;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guessing at receipts is bounded by the address it comes from; whoever has one is not in its way. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@TestProfile(ReceiptGuessesTest.BehindAnIngress.class)
class ReceiptGuessesTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final int UNKNOWN = 30;
    private static final int STOP = 60;

    /** The limits a city has, but for the stop; addresses as an ingress hands them on. */
    public static final class BehindAnIngress implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mingjing.intake.limits.unknown-receipts-per-minute",
                    String.valueOf(UNKNOWN),
                    "mingjing.intake.limits.receipt-stop-per-minute",
                    String.valueOf(STOP),
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "quarkus.http.proxy.trusted-proxies",
                    "127.0.0.1");
        }
    }

    private final MixingWorld world;
    private final TestClock clock;
    private final ReceiptGuesses guesses;
    private String window = "";

    /** Each test asks from addresses of its own. */
    private final String hall = "10.0.0." + (1 + Math.floorMod(UUID.randomUUID().hashCode(), 250));

    ReceiptGuessesTest(MixingWorld world, TestClock clock, ReceiptGuesses guesses) {
        this.world = world;
        this.clock = clock;
        this.guesses = guesses;
    }

    @BeforeEach
    void begin() {
        world.begin();
        long second = Instant.now().getEpochSecond();
        clock.set(Instant.ofEpochSecond(second - second % 60 + 60L * Math.floorMod(hall.hashCode(), 100_000)));
        window = world.windowDrawn(true, DAY, CGK);
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void afterSomeUnknownOnesTheAddressIsToldToWait() {
        String receipt = known();
        String before = bytes(ask(hall, receipt));
        guess(hall, UNKNOWN, 404);

        Response limited = ask(hall, "0000000000000");
        Response json = askAsProgram(hall, "0000000000000");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
        assertThat(limited.contentType()).startsWith("text/html");
        assertThat(limited.asString()).contains("秒后再试", "name=\"receipt\"", "English");
        assertThat(json.statusCode()).isEqualTo(429);
        assertThat(json.header("Retry-After")).isNotBlank();
        assertThat(json.<String>path("type")).isEqualTo("urn:mingjing:problem:common:too-many");
        assertThat(bytes(ask(hall, receipt))).as("known ones as before").isEqualTo(before);
        guess("10.0.1.1", 1, 404);
        clock.forward(Duration.ofMinutes(1));
        guess(hall, 1, 404);
    }

    @Test
    void farAboveThatNothingIsLookedAt() {
        String receipt = known();
        guess(hall, UNKNOWN, 404);
        guess(hall, STOP - UNKNOWN + 1, 429);

        assertThat(ask(hall, receipt).statusCode()).isEqualTo(429);
        assertThat(askAsProgram(hall, receipt).statusCode()).isEqualTo(429);
        assertThat(ask("10.0.1.2", receipt).statusCode()).isEqualTo(200);
    }

    /** A look may wait, and whoever asks a hundred at once is counted before the first of them is answered. */
    @Test
    void manyAtOnceAreCountedBeforeTheyAreLookedAt() {
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> askWhileAnotherWaits(looks)).isInstanceOf(ProblemException.class);

        assertThat(looks).hasValue(STOP);
    }

    private boolean askWhileAnotherWaits(AtomicInteger looks) {
        return guesses.bounded(
                hall,
                () -> {
                    looks.incrementAndGet();
                    return askWhileAnotherWaits(looks);
                },
                known -> !known);
    }

    @Test
    void fiftyVisitorsBehindOneAddressAreNotHindered() {
        world.serve(window, CGK, DAY, 1, 60, true);
        IntStream.rangeClosed(1, 50).forEach(n -> world.rate(window, CGK, DAY, n, 1 + n % 5));

        for (int look = 0; look < 3; look++) {
            for (int n = 1; n <= 50; n++) {
                assertThat(ask(hall, world.receipt(window, DAY, n, "M-1")).statusCode())
                        .isEqualTo(200);
            }
        }
        guess(hall, UNKNOWN, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/receipt/second", "/r/receipt/contact", "/r/receipt/coercion"})
    void everyWayToAskCounts(String path) {
        for (int asked = 0; asked < UNKNOWN; asked++) {
            assertThat(leave(path).statusCode()).isEqualTo(404);
        }

        Response page = leave(path);

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isNotBlank();
        assertThat(page.asString()).contains("秒后再试");
        assertThat(ask(hall, "0000000000000").statusCode()).isEqualTo(429);
    }

    private Response leave(String path) {
        return given().header("X-Forwarded-For", hall)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(Map.of(
                        "receipt",
                        "0000000000000",
                        "level",
                        5,
                        "consent",
                        "yes",
                        "phone",
                        "13800138000",
                        "address",
                        "王先生"))
                .post(path);
    }

    private String known() {
        world.sixOfTwelve(window, CGK, DAY);
        return world.receipt(window, DAY, 1, "M-1");
    }

    private static void guess(String address, int times, int status) {
        for (int n = 0; n < times; n++) {
            assertThat(ask(address, "00000000%05d".formatted(n)).statusCode())
                    .as("guess %d", n)
                    .isEqualTo(status);
        }
    }

    private static Response ask(String address, String receipt) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("receipt", receipt)
                .post("/r/receipt");
    }

    private static Response askAsProgram(String address, String receipt) {
        return given().header("X-Forwarded-For", address)
                .contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/r/receipt");
    }

    private static String bytes(Response answer) {
        return answer.statusCode() + "\n" + answer.asString();
    }
}
