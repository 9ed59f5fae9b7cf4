package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.e2e.Rater.Rating;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The government's identity provider is away while services start: staff hear 503 and when to come back, visitors rate as
 * always. The provider lives in the supervisor, which is killed; the services are then started again as it had started them.
 */
@Order(10)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class IssuerDownE2E {

    private static final List<String> SERVICES = List.of("task-service", "evaluation-service", "notification-service");

    private static RunningSystem system;
    private static String url;
    private static String token;
    private static final List<Process> ORPHANS = new ArrayList<>();

    @BeforeAll
    static void takeTheIssuerAway() throws IOException {
        system = RunningSystem.fresh().startAt("2026-03-19T10:00+08:00");
        url = new Feed(system).finished("GY-ZWDT-W01", "2026-03-19", 1).getFirst();
        token = system.tokenOf("demo-coordinator");
        Map<String, Long> pids = system.pids();
        List<ProcessBuilder> again = new ArrayList<>();
        for (String service : SERVICES) {
            again.add(sameCommand(pids.get(service), system.data().resolve("logs/" + service + ".log")));
        }
        system.killSupervisor();
        SERVICES.forEach(service -> system.kill(service, pids));
        for (ProcessBuilder builder : again) {
            ORPHANS.add(builder.start());
        }
        for (URI service : List.of(system.task("/"), system.evaluation("/"), system.notification("/"))) {
            await("the service to be up without its issuer")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() ->
                            RestAssured.get(service.resolve("/q/health/live")).statusCode() == 200);
        }
    }

    @AfterAll
    static void stop() {
        ORPHANS.forEach(Process::destroyForcibly);
        system.close();
    }

    @Test
    void staffHearThatItIsNotAvailableAndWhenToComeBack() {
        for (URI api : List.of(
                system.task("/api/v1/tasks"),
                system.evaluation("/api/v1/leaves"),
                system.notification("/api/v1/notices"))) {
            Response answer = RestAssured.given().auth().oauth2(token).get(api);

            assertThat(answer.statusCode()).as(api + " " + answer.asString()).isEqualTo(503);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.getHeader("Retry-After")).isNotBlank();
        }
        for (URI page :
                List.of(system.task("/task"), system.evaluation("/evaluation"), system.notification("/notification"))) {
            Response answer = RestAssured.given()
                    .redirects()
                    .follow(false)
                    .accept("text/html")
                    .get(page);

            assertThat(answer.statusCode()).as(page.toString()).isEqualTo(503);
            assertThat(answer.contentType()).startsWith("text/html");
        }
    }

    @Test
    void visitorsRateAllTheSame() {
        RestAssured.get(URI.create(url)).then().statusCode(200);

        Rater.Sent sent = Rater.of(system, url).send(Rating.poor("GY-KJ-001"));

        assertThat(sent.isAccepted()).isTrue();
        assertThat(sent.receipt()).hasSize(13);
    }

    /** The command, directory and environment of a running process, to start it once more. */
    private static ProcessBuilder sameCommand(long pid, Path log) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        ProcessBuilder builder = new ProcessBuilder(words(process.resolve("cmdline")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        for (String setting : words(process.resolve("environ"))) {
            String[] pair = setting.split("=", 2);
            builder.environment().put(pair[0], pair[1]);
        }
        return builder;
    }

    private static List<String> words(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return List.of(text.split("\0"));
    }
}
