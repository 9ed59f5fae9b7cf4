package io.mingjing.e2e;

import io.mingjing.local.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the build has left what {@code ./run} starts. */
final class Installation {

    private static final String SUPERVISOR = "io.mingjing.local.Supervisor";

    private Installation() {}

    /** Top of the working copy. */
    static Path home() {
        return Path.of(System.getProperty("mingjing.home", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    /** The Java command that {@code ./run} ends in, without its options. */
    static List<String> supervisorCommand() {
        Path target = home().resolve("deploy/local/target");
        Path jar = target.resolve("mingjing-local.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run mvn verify from the top, or ./run once");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=file:" + target.resolve("classes/supervisor-logging.properties"),
                "-Dmingjing.home=" + home(),
                "-cp",
                jar + ":" + target.resolve("lib") + "/*",
                SUPERVISOR);
    }

    static void delete(Path directory) {
        Tool.run("rm", List.of("rm", "-rf", directory.toString()));
    }
}
