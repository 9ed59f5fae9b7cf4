package io.mingjing.e2e;

import static org.awaitility.Awaitility.await;

import io.mingjing.local.Secrets;
import io.mingjing.local.ServiceSettings;
import io.mingjing.local.mail.Mail;
import io.mingjing.local.mail.MailFiles;
import io.mingjing.local.oidc.DemoPeople;
import io.mingjing.local.oidc.IdentityProvider;
import io.mingjing.local.oidc.Oidc;
import io.mingjing.local.oidc.Person;
import io.mingjing.local.postgres.Postgres;
import io.mingjing.local.process.Pids;
import io.mingjing.local.process.Signals;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A whole Mingjing in a directory of its own, started by the same supervisor that {@code ./run} starts. It can be
 * stopped and started again on the same data with a later business time, and its parts can be killed.
 */
final class RunningSystem implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(150);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String NEIGHBOUR = "neighbour";
    private static final String READY = "Mingjing is ready";

    private final Path data;
    private final int portBase = FreePorts.base();
    /** Services that live for a minute compile little of themselves; the machine has more than one system to run. */
    private final Map<String, String> environment =
            new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"));

    private final List<String> options = new ArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private Process supervisor;

    private RunningSystem(Path data) {
        this.data = data;
    }

    /** A system that has never run; see {@link #startAt}. */
    static RunningSystem fresh() {
        try {
            return new RunningSystem(Files.createTempDirectory("mingjing-e2e"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a MicroProfile setting of all services, for the next start. */
    RunningSystem with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Adds an option of {@code ./run}, for the next start. */
    RunningSystem option(String option) {
        options.add(option);
        return this;
    }

    /** Starts it at a business moment, such as {@code 2026-03-19T10:00+08:00}, and waits until it is ready. */
    RunningSystem startAt(String now) {
        launch(List.of("--now", now));
        return this;
    }

    /** Stops it in order and starts it at a later moment. */
    RunningSystem restartAt(String now) {
        stop();
        return startAt(now);
    }

    /** Starts it; its business clock goes on as it was. */
    RunningSystem start() {
        launch(List.of());
        return this;
    }

    /** Starts it at a business moment without waiting until it is ready. */
    RunningSystem beginAt(String now) {
        supervisor = begin(List.of("--now", now));
        return this;
    }

    private void launch(List<String> more) {
        supervisor = begin(more);
        await("the system to be ready, see " + said())
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the supervisor ended, see " + said(), () -> !supervisor.isAlive())
                .until(() -> readSaid().contains(READY));
    }

    /** Starts the supervisor without waiting; what it says is in {@link #readSaid}. */
    Process begin(List<String> more) {
        List<String> command = new ArrayList<>(Installation.supervisorCommand());
        command.addAll(List.of("--data", data.toString(), "--port-base", Integer.toString(portBase)));
        command.addAll(options);
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Installation.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said().toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path said() {
        return data.resolve("supervisor.out");
    }

    /** What the supervisor printed since its last start. */
    String readSaid() {
        try {
            return Files.exists(said()) ? Files.readString(said()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to stop with SIGTERM and waits until it has. */
    void stop() {
        Signals.send(supervisor.pid(), "TERM");
        await("the supervisor to stop").atMost(STOP).until(() -> !supervisor.isAlive());
    }

    /** Kills the supervisor, not its children. */
    void killSupervisor() {
        Signals.send(supervisor.pid(), "KILL");
        await("the supervisor to be dead").atMost(STOP).until(() -> !supervisor.isAlive());
    }

    ProcessHandle supervisor() {
        return supervisor.toHandle();
    }

    /** Kills a part with -9, as a power cut would. */
    void kill(String part) {
        kill(part, pids());
    }

    /** Kills a part whose process id was asked for earlier. */
    void kill(String part, Map<String, Long> pids) {
        Signals.send(pids.get(part), "KILL");
    }

    /** Process ids of the supervisor's children by their names. */
    Map<String, Long> pids() {
        try {
            Map<String, Long> pids = new HashMap<>();
            for (String line : Files.readAllLines(data.resolve("pids"))) {
                String[] words = line.split(" ");
                pids.put(words[0], Long.valueOf(words[1]));
            }
            return pids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI start(String path) {
        return at(0, path);
    }

    URI task(String path) {
        return at(1, path);
    }

    URI evaluation(String path) {
        return at(2, path);
    }

    URI notification(String path) {
        return at(3, path);
    }

    private URI at(int offset, String path) {
        return URI.create("http://127.0.0.1:" + (portBase + offset)).resolve(path);
    }

    int portBase() {
        return portBase;
    }

    Path data() {
        return data;
    }

    /** REST Assured under the token of a person of the demo. */
    RequestSpecification as(String subject) {
        return RestAssured.given().auth().oauth2(tokenOf(subject));
    }

    /** REST Assured as a neighbouring system with client credentials. */
    RequestSpecification asNeighbour() {
        return as(NEIGHBOUR);
    }

    /** A bearer token of a person of the demo, or of {@code neighbour}. */
    String tokenOf(String subject) {
        return tokens.computeIfAbsent(
                subject, who -> who.equals(NEIGHBOUR) ? oidc().clientToken() : oidc().token(person(who)));
    }

    private static Person person(String subject) {
        return DemoPeople.all().stream()
                .filter(person -> person.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    Oidc oidc() {
        return new Oidc(
                IdentityProvider.issuer(portBase + 4),
                ServiceSettings.CLIENT,
                new Secrets(data.resolve("secrets")).word("oidc-client"));
    }

    KafkaTap kafka() {
        return new KafkaTap("127.0.0.1:" + (portBase + 8));
    }

    /** All mails that arrived since the data are there, oldest first. */
    List<Mail> mails() {
        return new MailFiles(data.resolve("mails")).all();
    }

    /** A service's database, as superuser. */
    Connection database(String service) throws SQLException {
        return new Postgres(
                        data.resolve("postgresql"), portBase + 7, new Secrets(data.resolve("secrets")).word("postgres"))
                .connect(service);
    }

    /** All log files of the supervisor and its children. */
    List<Path> logs() {
        try (Stream<Path> files = Files.walk(data.resolve("logs"))) {
            return Stream.concat(files.filter(Files::isRegularFile), Stream.of(said()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every part answers, as the start page's health tells. */
    void awaitHealthy(Duration patience) {
        await("every part to answer")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> RestAssured.get(start("/health")).statusCode() == 200);
    }

    @Override
    public void close() {
        if (supervisor != null && supervisor.isAlive()) {
            stop();
        }
        new Pids(data.resolve("pids")).endLeftovers();
        if (!Boolean.getBoolean("mingjing.keep")) {
            Installation.delete(data);
        }
    }
}
