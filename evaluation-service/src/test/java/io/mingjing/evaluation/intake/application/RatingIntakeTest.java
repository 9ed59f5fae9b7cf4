package io.mingjing.evaluation.intake.application;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.OTHER_MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.City;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RatingIntakeTest {

    private final City city;
    private final AgroalDataSource database;

    RatingIntakeTest(City city, AgroalDataSource database) {
        this.city = city;
        this.database = database;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void fiftyClientsRateOneMatterOnce() throws Exception {
        String code = city.visit("fifty", MATTER);
        long before = rows();
        List<Callable<String>> clients = City.nonces("fifty")
                .limit(50)
                .<Callable<String>>map(nonce ->
                        () -> send(rating(code, MATTER, 5, nonce)).extract().path("outcome"))
                .toList();

        List<String> outcomes = together(clients);

        assertThat(outcomes).hasSize(50).containsOnlyOnce("ACCEPTED");
        assertThat(outcomes.stream().filter("ALREADY_RATED"::equals)).hasSize(49);
        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void theSameSecretGetsTheSameReceipt() throws Exception {
        String code = city.visit("again", MATTER);
        long before = rows();
        List<Callable<String>> tries = City.nonces("again")
                .limit(1)
                .flatMap(nonce -> java.util.stream.Stream.generate(() -> nonce).limit(20))
                .<Callable<String>>map(nonce ->
                        () -> send(rating(code, MATTER, 1, nonce)).extract().path("receipt"))
                .toList();

        assertThat(together(tries))
                .doesNotContainNull()
                .hasSize(20)
                .containsOnly(tries.getFirst().call());
        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void theFirstContentCountsWhenTheSameSecretSendsAnother() {
        String code = city.visit("other-body", MATTER);
        String nonce = "nonce-of-a-changed-mind-1";

        String first =
                send(rating(code, MATTER, 1, nonce)).statusCode(201).extract().path("receipt");

        send(rating(code, MATTER, 5, nonce)).statusCode(200).body("receipt", equalTo(first));
    }

    @Test
    void eachMatterOfAVisitIsRatedOnce() throws SQLException {
        String code = city.visit("two-matters", MATTER, OTHER_MATTER);
        String nonce = "nonce-of-a-long-visit-01";
        long before = rows();

        String first =
                send(rating(code, MATTER, 4, nonce)).statusCode(201).extract().path("receipt");
        send(rating(code, OTHER_MATTER, 2, nonce)).statusCode(201).body("receipt", not(equalTo(first)));

        assertThat(rows()).isEqualTo(before + 2);
    }

    @Test
    void manyVisitsAtOnceAllLand() throws Exception {
        List<String> codes = city.visits(
                java.util.stream.IntStream.range(0, 300)
                        .mapToObj(number -> "many-" + number)
                        .toList(),
                MATTER);
        long before = rows();
        List<Callable<String>> clients = codes.stream()
                .<Callable<String>>map(
                        code -> () -> send(rating(code, MATTER, 3, "nonce-of-the-many-" + code.substring(20, 30)))
                                .statusCode(201)
                                .extract()
                                .path("receipt"))
                .toList();

        assertThat(together(clients)).doesNotHaveDuplicates().hasSize(300);
        assertThat(rows()).isEqualTo(before + 300);
    }

    private static ValidatableResponse send(Map<String, Object> rating) {
        return given().contentType(ContentType.JSON).body(rating).post("/r").then();
    }

    private static List<String> together(List<Callable<String>> calls) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
            List<String> answers = new java.util.ArrayList<>();
            for (Future<String> answer : clients.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private long rows() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from intake")) {
            count.next();
            return count.getLong(1);
        }
    }
}
