package io.mingjing.benchmark;

import io.mingjing.local.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The command {@code deploy/benchmark/run}. */
public final class Benchmark {

    private Benchmark() {}

    /** Ends with 0 where the run worked, whatever it measured; with 1 where a rating was lost or the run broke. */
    public static void main(String[] words) {
        quietLibraries();
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        Path home = Path.of(System.getProperty("mingjing.home", "."));
        Path directory = temporary();
        int status = 1;
        try {
            RealParts.start();
            status = run(options, home, directory) ? 0 : 1;
            delete(directory);
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            System.err.println("The run did not work; its logs stay in " + directory + " 运行失败，日志保留");
        } finally {
            System.exit(status);
        }
    }

    private static boolean run(Options options, Path home, Path directory) {
        Voice voice = new Voice();
        return options.demoDay()
                ? new DemoDay(options, home, directory, voice).run().nothingLost()
                : new Comparison(options, home, directory, voice).run();
    }

    /** Before anything logs: of the libraries we use, only errors are worth a line. */
    private static void quietLibraries() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.setProperty(
                "logging.configuration", String.valueOf(Benchmark.class.getResource("/supervisor-logging.properties")));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("mingjing-benchmark");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            System.err.println("left behind 残留: " + directory);
        }
    }
}
