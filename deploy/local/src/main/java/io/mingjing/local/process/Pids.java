package io.mingjing.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The children that are running, in a file: after a kill the next start finds there what was left behind. A line is
 * {@code name pid start-time stop-signal}; the start time tells our process from a later one with the same number.
 */
public final class Pids {

    private static final Duration SAME_START = Duration.ofSeconds(2);
    private static final int PATIENCE_SECONDS = 20;

    private record Entry(String name, long pid, Instant started, String signal) {
        String line() {
            return "%s %d %s %s".formatted(name, pid, started, signal);
        }

        static Entry parse(String line) {
            String[] words = line.split(" ");
            return new Entry(words[0], Long.parseLong(words[1]), Instant.parse(words[2]), words[3]);
        }
    }

    private final Path file;
    private final Map<String, Entry> running = new LinkedHashMap<>();

    public Pids(Path file) {
        this.file = file;
    }

    /** Notes a child; one that had the same name is forgotten. */
    public synchronized void add(Child child) {
        child.handle().info().startInstant().ifPresent(started -> {
            var entry = new Entry(
                    child.spec().name(), child.pid(), started, child.spec().stopSignal());
            running.put(entry.name(), entry);
            write();
        });
    }

    /** Forgets a child that has ended. */
    public synchronized void remove(Child child) {
        running.remove(child.spec().name());
        write();
    }

    /**
     * Ends what an earlier start left running: all are asked at once, because each of them survives a kill anyway, and
     * killed when they do not end.
     *
     * @return the names of what had to be ended
     */
    public List<String> endLeftovers() {
        Map<Entry, ProcessHandle> leftovers = new LinkedHashMap<>();
        read().reversed().forEach(entry -> ProcessHandle.of(entry.pid())
                .filter(process -> isOurs(process, entry))
                .ifPresent(process -> leftovers.put(entry, process)));
        leftovers.forEach((entry, process) -> Signals.send(process.pid(), entry.signal()));
        leftovers.values().forEach(Pids::awaitEnd);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leftovers.keySet().stream().map(Entry::name).toList();
    }

    private static boolean isOurs(ProcessHandle process, Entry entry) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, entry.started()).abs().compareTo(SAME_START) < 0)
                .orElse(false);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Entry> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Entry::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, running.values().stream().map(Entry::line).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not note the running processes 无法记录进程: " + file, e);
        }
    }
}
