package io.mingjing.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out who listens on a port, where the system tells (Linux, own processes; root sees all). */
final class PortOwner {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** Program and process id, for example {@code java, pid 4711}. */
    static Optional<String> of(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(PROC.resolve("net").resolve(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && LISTENING.equals(columns[3]))
                .filter(columns -> columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .flatMap(socket -> processes().filter(process -> holds(process, socket)))
                .map(process -> "%s, pid %s".formatted(program(process), process.getFileName()))
                .findFirst();
    }

    private static Stream<Path> processes() {
        return list(PROC).stream().filter(path -> path.getFileName().toString().matches("\\d+"));
    }

    private static boolean holds(Path process, String socket) {
        return list(process.resolve("fd")).stream().anyMatch(file -> {
            try {
                return Files.readSymbolicLink(file).toString().equals(socket);
            } catch (IOException closedMeanwhile) {
                return false;
            }
        });
    }

    private static String program(Path process) {
        List<String> name = lines(process.resolve("comm"));
        return name.isEmpty() ? "?" : name.getFirst().toLowerCase(Locale.ROOT);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException notOnThisSystem) {
            return List.of();
        }
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        } catch (IOException notOurs) {
            return List.of();
        }
    }
}
