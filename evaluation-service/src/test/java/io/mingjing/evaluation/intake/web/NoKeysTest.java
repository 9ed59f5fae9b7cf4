package io.mingjing.evaluation.intake.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.code.domain.CodeLayout;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service without its key file says 503 to raters, makes no key of its own and stores nothing. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@QuarkusTestResource(value = NoKeysTest.WithoutKeys.class, restrictToAnnotatedClass = true)
class NoKeysTest {

    /** Comes after the real parts and takes the key file away. */
    public static final class WithoutKeys implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            return Map.of("mingjing.keys.file", "/nowhere/keys");
        }

        @Override
        public void stop() {}
    }

    private final AgroalDataSource database;

    NoKeysTest(AgroalDataSource database) {
        this.database = database;
    }

    @Test
    void ratersAreAskedToComeBackLater() throws SQLException {
        String code = CodeLayout.text(
                CodeLayout.signed(
                        1, new VisitCode(new byte[16], 7, List.of(1), RaterType.UNKNOWN, LocalDate.of(2030, 1, 1))),
                new byte[CodeLayout.MAC_BYTES]);

        var page = given().get("/r/" + code);
        var form = given().contentType("application/x-www-form-urlencoded")
                .formParam("code", code)
                .formParam("level", 5)
                .post("/r");
        var json = given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "level", 5))
                .post("/r");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(form.statusCode()).isEqualTo(503);
        assertThat(form.header("Retry-After")).isNotBlank();
        assertThat(json.statusCode()).isEqualTo(503);
        assertThat(json.<String>path("type")).isEqualTo("urn:mingjing:problem:evaluation:keys-locked");
        assertThat(given().get("/r/" + "A".repeat(60)).statusCode()).isEqualTo(404);
        assertThat(count("intake") + count("day_key") + count("service_key") + count("key_canary"))
                .isZero();
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
