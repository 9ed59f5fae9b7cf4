package io.mingjing.local;

import io.mingjing.local.process.Directories;
import io.mingjing.local.process.Pids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the parts of one test JVM live; named by its process id, so that a later JVM can clean up after a killed one. */
final class PartsDirectory {

    private PartsDirectory() {}

    /** A new directory for this JVM. What JVMs that are gone left behind is ended and deleted. */
    static Path fresh() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"), "mingjing-parts-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(all);
            try (Stream<Path> found = Files.list(all)) {
                found.filter(PartsDirectory::isAbandoned).forEach(PartsDirectory::endAndDelete);
            }
            return Files.createDirectories(
                    all.resolve(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the processes noted in it, last started first, and deletes it. */
    static void endAndDelete(Path directory) {
        new Pids(directory.resolve("pids")).endLeftovers();
        Directories.delete(directory);
    }

    private static boolean isAbandoned(Path directory) {
        long pid = Long.parseLong(directory.getFileName().toString());
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }
}
