package io.mingjing.local.supervise;

import io.mingjing.local.process.ChildSpec;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the three services, as built by Maven.
 *
 * @param name short name, for example {@code task}
 * @param home the repository
 * @param heapMegabytes most memory its heap may take
 */
record JavaService(String name, Path home, int heapMegabytes, int port) {

    private Path jar() {
        return home.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    }

    void requireBuilt() {
        if (!Files.exists(jar())) {
            throw new StartRefused("%s-service is not built (%s) 尚未构建: use 请用 ./run".formatted(name, jar()));
        }
    }

    /** How its process is started: settings travel in the environment, on top of what we were given ourselves. */
    ChildSpec spec(Map<String, String> settings, Path log) {
        Map<String, String> environment = new TreeMap<>();
        settings.forEach((key, value) -> environment.put(variable(key), value));
        return new ChildSpec(
                name + "-service",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        // No dump of a heap may ever hold an open rating.
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                        "-jar",
                        jar().toString()),
                environment,
                log,
                "TERM",
                Duration.ofSeconds(20));
    }

    /** Whether it says that it is ready. */
    boolean isReady() {
        try {
            var connection = (HttpURLConnection)
                    PortPlan.web(port).resolve("/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** The environment variable of a configuration key, by MicroProfile's rule. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
