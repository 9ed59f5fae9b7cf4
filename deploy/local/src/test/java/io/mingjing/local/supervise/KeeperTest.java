package io.mingjing.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mingjing.local.process.ChildFailed;
import io.mingjing.local.process.ChildSpec;
import io.mingjing.local.process.Pids;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aChildThatIsKilledComesBackUntilItIsStopped() throws Exception {
        Keeper keeper = keeper("exec sleep 600");
        keeper.start(() -> true, 5);
        ProcessHandle first = running().orElseThrow();

        first.destroyForcibly();

        await().atMost(BOUND)
                .until(() ->
                        running().filter(child -> child.pid() != first.pid()).isPresent());
        ProcessHandle second = running().orElseThrow();
        keeper.stop();
        assertThat(second.isAlive()).isFalse();
        assertThat(pids()).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("probe has ended");
    }

    @Test
    void aRestartThatFailsIsSaidAndTriedAgain() throws Exception {
        var asked = new AtomicInteger();
        Keeper keeper = keeper(() -> {
            if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException("no space left");
            }
            return spec("exec sleep 600");
        });
        keeper.start(() -> true, 5);
        ProcessHandle first = running().orElseThrow();

        first.destroyForcibly();

        await().atMost(BOUND)
                .until(() ->
                        running().filter(child -> child.pid() != first.pid()).isPresent());
        keeper.stop();
        assertThat(asked).hasValue(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("A restart failed", "no space left");
    }

    @Test
    void aChildThatCannotBeNotedDoesNotStayBehind() throws Exception {
        Files.createDirectories(directory.resolve("pids/in the way"));

        assertThatThrownBy(() -> keeper("exec sleep 6011").start(() -> true, 5))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().commandLine().orElse("").contains("sleep 6011"));
    }

    @Test
    void aChildThatDiesWhileStartingIsReportedWithItsLastWords() {
        assertThatExceptionOfType(ChildFailed.class)
                .isThrownBy(() -> keeper("echo no luck today; exit 3").start(() -> false, 5))
                .withMessageContaining("status 3")
                .withMessageContaining("no luck today");
    }

    @Test
    void whatAKilledSupervisorLeftIsEnded() throws Exception {
        keeper("exec sleep 600").start(() -> true, 5);
        ProcessHandle left = running().orElseThrow();

        List<String> ended = new Pids(directory.resolve("pids")).endLeftovers();

        assertThat(ended).containsExactly("probe");
        assertThat(left.onExit()).succeedsWithin(BOUND);
    }

    @Test
    void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws Exception {
        long ourselves = ProcessHandle.current().pid();
        Files.writeString(directory.resolve("pids"), "probe " + ourselves + " 2020-01-01T00:00:00Z TERM\n");

        assertThat(new Pids(directory.resolve("pids")).endLeftovers()).isEmpty();
    }

    private Keeper keeper(String script) {
        return keeper(() -> spec(script));
    }

    private Keeper keeper(Supplier<ChildSpec> spec) {
        var voice = new Voice(new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Keeper(spec, new Pids(directory.resolve("pids")), voice);
    }

    private ChildSpec spec(String script) {
        return new ChildSpec(
                "probe",
                List.of("sh", "-c", script),
                Map.of(),
                directory.resolve("probe.log"),
                "TERM",
                Duration.ofSeconds(5));
    }

    private Optional<ProcessHandle> running() throws Exception {
        return pids().stream()
                .map(line -> Long.parseLong(line.split(" ")[1]))
                .findFirst()
                .flatMap(ProcessHandle::of);
    }

    private List<String> pids() throws Exception {
        Path file = directory.resolve("pids");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
