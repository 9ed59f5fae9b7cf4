package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rating that is sent again once its box is empty: the same page gets its receipt, another one hears it is rated. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RatedAgainAfterMixingTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final int RATERS = 6;

    private final MixingWorld world;
    private final SuperUser database;
    private final VisitRegister register;
    private final VisitStore visits;

    RatedAgainAfterMixingTest(MixingWorld world, SuperUser database, VisitRegister register, VisitStore visits) {
        this.world = world;
        this.database = database;
        this.register = register;
        this.visits = visits;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void theReceiptIsFoundWhereTheMixerPutIt() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 12, true);
        List<String> codes = IntStream.rangeClosed(1, RATERS)
                .mapToObj(n -> visits.find(MixingWorld.number(window, DAY, n)).orElseThrow())
                .map(visit -> City.codeOf(register.urlOf(visit)))
                .toList();
        List<String> receipts = IntStream.range(0, RATERS)
                .mapToObj(n -> send(codes.get(n), 1 + n % 5, nonce(n)).<String>path("receipt"))
                .toList();

        world.slot(DAY);

        assertThat(database.column("select count(*) from intake where box is null"))
                .containsExactly("6");
        for (int n = 0; n < RATERS; n++) {
            Response again = send(codes.get(n), 5, nonce(n));
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.<String>path("receipt")).isEqualTo(receipts.get(n));
            assertThat(send(codes.get(n), 5, "nonce-of-somebody-else-0" + n).<String>path("outcome"))
                    .isEqualTo("ALREADY_RATED");
        }
        assertThat(database.column("select count(*) from rating")).containsExactly("6");
    }

    private static String nonce(int n) {
        return "nonce-from-before-mixing-" + n;
    }

    private static Response send(String code, int level, String nonce) {
        return given().contentType(ContentType.JSON)
                .body(City.rating(code, "M-1", level, nonce))
                .post("/r");
    }
}
