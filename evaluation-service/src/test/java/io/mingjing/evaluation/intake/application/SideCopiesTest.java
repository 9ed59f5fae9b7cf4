package io.mingjing.evaluation.intake.application;

import static io.mingjing.evaluation.City.MATTER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.City;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rating leaves no copy beside its box: not in our logs, not in the database's, not in metrics or other tables. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SideCopiesTest {

    private static final String WORDS = "王记餐馆的证照";

    private final City city;
    private final AgroalDataSource database;

    SideCopiesTest(City city, AgroalDataSource database) {
        this.city = city;
        this.database = database;
    }

    @Test
    void nothingIsSaidAboutARating() throws SQLException {
        city.found();
        List<String> said = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord log) {
                said.add(log.getMessage() + java.util.Arrays.toString(log.getParameters()) + log.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("io.mingjing");
        root.addHandler(listening);
        ours.setLevel(Level.ALL);
        String code = city.visit("side-copies", MATTER);
        String nonce = "nonce-without-a-trace-01";
        String receipt;
        try {
            receipt = send(code, 1, nonce, WORDS).path("receipt");
            send(code, 1, nonce, WORDS);
            send(code, 5, "nonce-of-another-page-01", WORDS);
            send(code, 6, nonce, WORDS);
            send(code + "A", 1, nonce, WORDS);
            given().get("/r/" + code);
            given().get("/r/" + code + "A");
            Logger.getLogger("io.mingjing.test").info("listening");
        } finally {
            root.removeHandler(listening);
            ours.setLevel(null);
        }
        List<String> secrets = List.of(code, code.substring(8, 40), nonce, receipt, WORDS, "side-copies");

        assertThat(said).as("the ear works").anyMatch(line -> line.contains("listening"));
        assertThat(said).noneMatch(line -> secrets.subList(0, 5).stream().anyMatch(line::contains));
        String operations = RealParts.oidc().token("ops", "系统运维（演示）", "operations@GY");
        assertThat(given().auth().oauth2(operations).get("/q/metrics").asString())
                .contains("mingjing_intake_accepted_total")
                .doesNotContain("W1", "GY-KJJ", "level", "/r/" + code);
        assertThat(secrets.subList(0, 5)).noneMatch(this::isInTheDatabase);
        assertThat(files("logs")).as("there are logs").anyMatch(log -> log.contains("database system is ready"));
        assertThat(files("logs")).noneMatch(log -> secrets.stream().anyMatch(log::contains));
    }

    @Test
    void theIntakeHasNoColumnThatTellsMore() throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select column_name, data_type from information_schema.columns"
                        + " where table_name = 'intake' and table_schema = 'public'")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }

        assertThat(columns)
                .containsOnly(
                        Map.entry("exp_day", "date"),
                        Map.entry("h", "bytea"),
                        Map.entry("place", "text"),
                        Map.entry("box", "bytea"));
    }

    private static Response send(String code, int level, String nonce, String note) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "matter", MATTER, "level", level, "nonce", nonce, "note", note))
                .post("/r");
    }

    /** Looks into every row of every table. */
    private boolean isInTheDatabase(String secret) {
        String tables = "select relname from pg_class c join pg_namespace n on n.oid = relnamespace"
                + " where nspname = 'public' and relkind = 'r' and has_table_privilege(c.oid, 'select')";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var names = statement.executeQuery(tables)) {
            while (names.next()) {
                try (var search = connection.prepareStatement("select count(*) from " + names.getString(1)
                        + " t where position(? in t::text) > 0 or position(? in t::text) > 0")) {
                    search.setString(1, secret);
                    search.setString(2, java.util.HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
                    var count = search.executeQuery();
                    count.next();
                    if (count.getLong(1) > 0) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The logs of database and broker. */
    private static Stream<String> files(String directory) {
        Path logs = RealParts.postgres().data().resolveSibling(directory);
        try (Stream<Path> files = Files.walk(logs)) {
            return files.filter(Files::isRegularFile).map(SideCopiesTest::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
