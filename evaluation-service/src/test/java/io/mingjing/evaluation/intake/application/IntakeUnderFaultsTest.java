package io.mingjing.evaluation.intake.application;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.City;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database ends connections while ratings come in: nobody is told wrongly, and who sends again counts once. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class IntakeUnderFaultsTest {

    private static final int RATINGS = 400;

    private final City city;
    private final AgroalDataSource database;
    private final AgroalDataSource intake;

    IntakeUnderFaultsTest(City city, AgroalDataSource database, @DataSource("intake") AgroalDataSource intake) {
        this.city = city;
        this.database = database;
        this.intake = intake;
    }

    /** Takes out all connections at once and asks each, or the next class's first rating would meet two dead ones. */
    @AfterEach
    void leaveNoEndedConnectionBehind() throws SQLException {
        List<Connection> all = new ArrayList<>();
        int most = intake.getConfiguration().connectionPoolConfiguration().maxSize();
        while (all.size() < most) {
            all.add(intake.getConnection());
        }
        for (Connection connection : all) {
            try (connection;
                    var statement = connection.createStatement()) {
                statement.execute("select 1");
            } catch (SQLException ended) {
                assertThat(ended.getSQLState()).as("the pool drops it now").matches("57P01|08...");
            }
        }
    }

    @Test
    void whoeverSendsAgainGetsOneReceiptForOneRow() throws Exception {
        city.found();
        List<String> codes = city.visits(
                IntStream.range(0, RATINGS)
                        .mapToObj(number -> "fault-" + number)
                        .toList(),
                MATTER);
        long before = rows();
        AtomicBoolean over = new AtomicBoolean();
        Set<String> receipts = new HashSet<>();

        try (ExecutorService clients = Executors.newFixedThreadPool(17)) {
            Future<Integer> faults = clients.submit(() -> endConnectionsUntil(over));
            List<Callable<String>> senders = IntStream.range(0, RATINGS)
                    .<Callable<String>>mapToObj(number -> () -> sendUntilTaken(codes.get(number), number))
                    .toList();
            for (Future<String> answer : clients.invokeAll(senders)) {
                receipts.add(answer.get());
            }
            over.set(true);
            assertThat(faults.get()).as("connections were ended").isPositive();
        }

        assertThat(receipts).hasSize(RATINGS);
        assertThat(rows()).isEqualTo(before + RATINGS);
    }

    /** As the page asks to: the same again, until it is taken. */
    private static String sendUntilTaken(String code, int number) {
        for (int tries = 0; tries < 200; tries++) {
            Response answer = given().contentType(ContentType.JSON)
                    .body(rating(code, MATTER, 1 + number % 5, "nonce-of-a-patient-rater-%04d".formatted(number)))
                    .post("/r");
            if (answer.statusCode() != 503) {
                assertThat(answer.statusCode()).isIn(200, 201);
                assertThat(answer.<String>path("outcome")).isEqualTo("ACCEPTED");
                return answer.path("receipt");
            }
            assertThat(answer.header("Retry-After")).isNotBlank();
        }
        throw new AssertionError("not taken after 200 tries");
    }

    private int endConnectionsUntil(AtomicBoolean over) throws SQLException {
        String here;
        try (var connection = database.getConnection()) {
            here = connection.getCatalog();
        }
        int ended = 0;
        try (var superuser = RealParts.postgres().connect("postgres");
                var end = superuser.prepareStatement("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = ? and query like '%into intake%' and state <> 'idle'")) {
            while (!over.get()) {
                end.setString(1, here);
                var count = end.executeQuery();
                count.next();
                ended += count.getInt(1);
            }
        }
        return ended;
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
