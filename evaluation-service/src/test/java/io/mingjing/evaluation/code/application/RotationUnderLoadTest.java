package io.mingjing.evaluation.code.application;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.OTHER_MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are rotated while people rate: every rating lands, and every repeat finds its first receipt. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RotationUnderLoadTest {

    private static final int VISITS = 400;
    private static final List<KeyPurpose> ROTATED =
            List.of(KeyPurpose.CODE, KeyPurpose.TICKET, KeyPurpose.PAGE, KeyPurpose.LEAF, KeyPurpose.SELF_TEST);

    private final City city;
    private final KeyRotation rotation;

    RotationUnderLoadTest(City city, KeyRotation rotation) {
        this.city = city;
        this.rotation = rotation;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void rotationUnderLoadLosesNothing() throws InterruptedException, ExecutionException {
        String run = UUID.randomUUID().toString();
        List<String> numbers = IntStream.range(0, VISITS)
                .mapToObj(number -> run + "-" + number)
                .toList();
        List<String> codes = city.visits(numbers, MATTER, OTHER_MATTER);
        Map<String, String> receipts = new ConcurrentHashMap<>();
        AtomicBoolean rating = new AtomicBoolean(true);

        try (ExecutorService people = Executors.newFixedThreadPool(9)) {
            Future<Integer> rotations = people.submit(() -> rotateWhile(rating));
            List<Future<?>> raters = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(part -> people.submit(() -> {
                        for (int visit = part; visit < VISITS; visit += 8) {
                            receipts.put(codes.get(visit), receiptOf(rate(codes.get(visit)), 201));
                        }
                    }))
                    .toList();
            for (Future<?> rater : raters) {
                rater.get();
            }
            rating.set(false);
            assertThat(rotations.get()).isGreaterThanOrEqualTo(ROTATED.size());
        }

        assertThat(receipts).hasSize(VISITS);
        assertThat(receipts.values()).doesNotHaveDuplicates();
        for (String code : codes) {
            assertThat(receiptOf(rate(code), 200)).as("a repeat").isEqualTo(receipts.get(code));
        }
        List<String> again = city.visits(numbers, MATTER, OTHER_MATTER);
        assertThat(again).as("signed with the new key").doesNotContainAnyElementsOf(codes);
        for (int visit = 0; visit < VISITS; visit += 20) {
            assertThat(receiptOf(rate(again.get(visit), codes.get(visit)), 200))
                    .as("the same visit under its new code")
                    .isEqualTo(receipts.get(codes.get(visit)));
        }
    }

    private int rotateWhile(AtomicBoolean rating) {
        int rotations = 0;
        while (rotations < ROTATED.size() || (rating.get() && rotations < 10 * ROTATED.size())) {
            rotation.rotate(
                    Operator.ONE,
                    ROTATED.get(rotations % ROTATED.size()),
                    UUID.randomUUID().toString());
            rotations++;
        }
        return rotations;
    }

    private static Response rate(String code) {
        return rate(code, code);
    }

    private static Response rate(String code, String ownCode) {
        return given().contentType(ContentType.JSON)
                .body(rating(code, MATTER, 4, "nonce-" + ownCode.substring(ownCode.length() - 40)))
                .post("/r");
    }

    private static String receiptOf(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("outcome")).isEqualTo("ACCEPTED");
        return answer.jsonPath().getString("receipt");
    }
}
