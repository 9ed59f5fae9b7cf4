package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** What a person at the terminal relies on: one ready line, nothing left behind, and the same data next time. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@Order(9)
class StartAndStopE2E {

    private static final String A_UNIT = "/api/v1/units/GY";
    private static final List<String> PARTS =
            List.of("postgresql", "kafka", "task-service", "evaluation-service", "notification-service");

    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.fresh().option("--empty").startAt("2026-03-19T10:00+08:00");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void theReadyLineComesOnceAndEverythingAnswers() {
        assertThat(system.readSaid().lines().filter(line -> line.startsWith("Mingjing is ready")))
                .hasSize(1);
        RestAssured.get(system.start("/health")).then().statusCode(200);
        assertThat(system.pids()).containsOnlyKeys(PARTS);
    }

    @Test
    @Order(2)
    void stopLeavesNoProcessAndTheNextStartGoesOnWithTheData() {
        system.asNeighbour()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "广元市", "kind", "CITY"))
                .put(system.task(A_UNIT))
                .then()
                .statusCode(201);
        List<Long> children = List.copyOf(system.pids().values());

        system.stop();

        assertThat(children).noneMatch(StartAndStopE2E::isAlive);
        assertThat(processesOf(system.data())).isEmpty();

        long before = System.nanoTime();
        system.start();

        Duration took = Duration.ofNanos(System.nanoTime() - before);
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(took).as("second start on %d cores", cores).isLessThan(Duration.ofSeconds(cores >= 4 ? 20 : 40));
        theUnitIsThere();
    }

    @Test
    @Order(3)
    void aServiceThatDiesComesBack() {
        long dead = system.pids().get("task-service");

        system.kill("task-service");

        await("task-service to come back")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(system.pids().get("task-service")).isNotEqualTo(dead);
                    theUnitIsThere();
                });
    }

    @Test
    @Order(4)
    void aKilledSupervisorIsCleanedUpByTheNextStart() {
        Map<String, Long> orphans = system.pids();

        system.killSupervisor();

        assertThat(orphans.values()).allMatch(StartAndStopE2E::isAlive);
        system.start();
        assertThat(system.readSaid()).contains("Ended what a killed start left behind");
        assertThat(orphans.values()).noneMatch(StartAndStopE2E::isAlive);
        theUnitIsThere();
    }

    @Test
    @Order(5)
    void theBusinessClockNeverGoesBack() {
        system.stop();

        Process refused = system.begin(List.of("--now", "2026-03-18T10:00+08:00"));

        await().atMost(Duration.ofSeconds(20)).until(() -> !refused.isAlive());
        assertThat(refused.exitValue()).isNotZero();
        assertThat(system.readSaid()).contains("never goes back", "业务时钟不能倒退");
    }

    @Test
    @Order(6)
    void aTakenPortIsNamedWithWhatHelps() throws Exception {
        int taken = system.portBase() + 2;
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), taken));

            Process refused = system.begin(List.of());

            await().atMost(Duration.ofSeconds(20)).until(() -> !refused.isAlive());
            assertThat(refused.exitValue()).isNotZero();
            assertThat(system.readSaid())
                    .contains("Port " + taken, "is taken", "端口已被占用", "--port-base")
                    .doesNotContain("Starting");
            assertThat(processesOf(system.data())).isEmpty();
        }
    }

    private static void theUnitIsThere() {
        system.asNeighbour().get(system.task(A_UNIT)).then().statusCode(200);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Processes that have the data directory on their command line or work in it, whoever started them. */
    private static List<String> processesOf(Path data) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .map(StartAndStopE2E::commandLine)
                    .filter(line -> line.contains(data.toString()))
                    .toList();
        } catch (java.io.IOException notLinux) {
            return List.of();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        } catch (java.io.IOException goneMeanwhile) {
            return "";
        }
    }
}
