package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.City;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is not a rating is refused in words, by page or by problem, and leaves no row. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class WrongRatingTest {

    private static final String NONCE = "nonce-of-wrong-ratings-01";

    private final City city;
    private final AgroalDataSource database;
    private long before;

    WrongRatingTest(City city, AgroalDataSource database) {
        this.city = city;
        this.database = database;
    }

    @BeforeEach
    void aCity() throws SQLException {
        city.found();
        before = rows();
    }

    @AfterEach
    void nothingWasStored() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void programsGetProblems() {
        String code = city.visit("wrong-json", MATTER);

        Map<String, Object> fine = Map.of("code", code, "matter", MATTER, "level", 5, "nonce", NONCE);
        Map<String, Integer> refused = new HashMap<>();
        Stream.of(
                        with(fine, "level", 6),
                        with(fine, "level", 0),
                        with(fine, "level", -1),
                        with(fine, "level", null),
                        with(fine, "level", "5"),
                        with(fine, "level", 4.5),
                        with(fine, "level", List.of(5)),
                        with(fine, "level", 99999999999L),
                        with(fine, "reasons", List.of("108")),
                        with(fine, "reasons", List.of("517", "nonsense")),
                        with(fine, "reasons", "517"),
                        with(fine, "reasons", java.util.Arrays.asList("517", null)),
                        with(fine, "note", "字".repeat(5_000)),
                        with(fine, "note", "a\u0000b"),
                        with(fine, "note", "a\u202Eb"),
                        with(fine, "note", "a\u200Fb"),
                        with(fine, "note", 5),
                        with(fine, "raterType", "PERSON"),
                        with(fine, "matter", "M2"),
                        with(fine, "matter", null),
                        with(fine, "matter", "'; drop table intake; --"),
                        with(fine, "code", null),
                        with(fine, "code", ""),
                        with(fine, "code", "AQEB"),
                        with(fine, "code", code + "A"),
                        with(fine, "nonce", "short"),
                        with(fine, "nonce", "n".repeat(65)),
                        with(fine, "coerced", "maybe"),
                        with(fine, "verbatim", 2),
                        with(fine, "contested", List.of(true)),
                        with(fine, "ticket", 7),
                        with(fine, "unknown", 1))
                .forEach(body -> {
                    Response answer =
                            given().contentType(ContentType.JSON).body(body).post("/r");
                    assertThat(answer.statusCode()).as("%s", body).isBetween(400, 499);
                    assertThat(answer.contentType()).as("%s", body).startsWith("application/problem+json");
                    assertThat(answer.<String>path("title")).isNotBlank();
                    refused.merge("refused", 1, Integer::sum);
                });
        assertThat(refused).containsEntry("refused", 32);
    }

    @TestFactory
    Stream<DynamicTest> rubbishGetsAnAnswer() {
        return Stream.of(
                        "",
                        "null",
                        "[]",
                        "5",
                        "{",
                        "{\"code\":}",
                        "not json",
                        "{\"code\":\"a\",\"code\":\"b\"}",
                        "\u0000")
                .map(body -> DynamicTest.dynamicTest("body " + body, () -> {
                    Response answer =
                            given().contentType(ContentType.JSON).body(body).post("/r");
                    assertThat(answer.statusCode()).isBetween(400, 499);
                    assertThat(answer.contentType()).startsWith("application/problem+json");
                }));
    }

    @TestFactory
    Stream<DynamicTest> formsGetPages() {
        return Stream.of(
                        "level=6",
                        "level=x",
                        "level=",
                        "",
                        "level=5&reasons5=108",
                        "level=5&note=" + "%E5%AD%97".repeat(5_000),
                        "level=5&note=a%00b",
                        "level=5&note=a%E2%80%AEb",
                        "level=5&note=a%E2%80%8Fb",
                        "level=5&raterType=NOBODY",
                        "contested=1",
                        "kiosk=&nonce=short&level=9")
                .map(fields ->
                        DynamicTest.dynamicTest("form " + fields.substring(0, Math.min(30, fields.length())), () -> {
                            String code = city.visit("wrong-form", MATTER);
                            Response answer = form("code=" + code + "&matter=" + MATTER + "&" + fields);
                            assertThat(answer.statusCode()).isBetween(400, 422);
                            assertThat(answer.contentType()).startsWith("text/html");
                            assertThat(answer.asString()).contains("role=\"alert\"", "name=\"code\" value=\"" + code);
                        }));
    }

    @TestFactory
    Stream<DynamicTest> brokenFormsGetPages() {
        return Stream.of("code=%zz", "%zz=1", "&&&===", "code=%FF%FE", "x".repeat(100_000))
                .map(body -> DynamicTest.dynamicTest("form " + body.substring(0, Math.min(20, body.length())), () -> {
                    Response answer = form(body);
                    assertThat(answer.statusCode()).isBetween(400, 422);
                    assertThat(answer.contentType()).startsWith("text/html");
                }));
    }

    /** Written by hand: most clients go on sending and see the connection end before they read the answer. */
    @Test
    void twoMegabytesAreTooMuch() throws IOException {
        String form =
                raw("POST", "/r", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n");
        String json = raw("POST", "/r", "Content-Type: application/json\r\nContent-Length: 2000000\r\n");

        assertThat(form).startsWith("HTTP/1.1 413").contains("text/html");
        assertThat(json).startsWith("HTTP/1.1 413").contains("application/problem+json");
    }

    @Test
    void otherWaysOfAskingAreRefused() throws IOException {
        assertThat(given().contentType("text/plain").body("level=5").post("/r").statusCode())
                .isEqualTo(415);
        assertThat(given().multiPart("level", "5").post("/r").statusCode()).isEqualTo(415);
        assertThat(given().put("/r").statusCode()).isEqualTo(405);
        assertThat(given().delete("/r/abc").statusCode()).isEqualTo(405);
        assertThat(raw("GET", "/r/%zz", "")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET", "/r/%00", "")).containsPattern("HTTP/1.1 40[04]");
        assertThat(given().get("/r/" + "A".repeat(3_000)).statusCode()).isEqualTo(404);
    }

    /** What no client library would send. */
    private static String raw(String method, String path, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            String request =
                    method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Response form(String body) {
        return given().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/r");
    }

    private static Map<String, Object> with(Map<String, Object> fine, String field, Object value) {
        Map<String, Object> body = new HashMap<>(fine);
        body.put(field, value);
        return body;
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
