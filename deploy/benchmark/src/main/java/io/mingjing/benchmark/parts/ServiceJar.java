package io.mingjing.benchmark.parts;

import io.mingjing.local.process.Child;
import io.mingjing.local.process.ChildSpec;
import io.mingjing.local.process.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A service's runnable jar as a process of its own, on a free port of the loopback address. */
public final class ServiceJar implements AutoCloseable {

    /** What every service that is measured is started with; see {@code JavaService} of deploy/local for why. */
    public static final List<String> JAVA_OPTIONS = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED");

    private static final int START_SECONDS = 120;

    private final int port;
    private final Child child;
    private final Thread end;

    private ServiceJar(int port, Child child) {
        this.port = port;
        this.child = child;
        this.end = new Thread(child::stop);
        Runtime.getRuntime().addShutdownHook(end);
    }

    /**
     * Starts it and returns when it says that it is ready.
     *
     * @param settings MicroProfile configuration; it travels in the environment
     * @param more further options of the Java machine
     */
    public static ServiceJar start(String name, Path jar, Map<String, String> settings, List<String> more, Path log) {
        int port = Ports.free();
        Map<String, String> environment = new TreeMap<>();
        settings.forEach((key, value) -> environment.put(variable(key), value));
        environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        ServiceJar service = new ServiceJar(
                port, Child.start(new ChildSpec(name, command, environment, log, "TERM", Duration.ofSeconds(30))));
        service.child.awaitReady(service::isReady, START_SECONDS);
        return service;
    }

    public URI address() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port);
    }

    public InetSocketAddress socket() {
        return new InetSocketAddress(Ports.LOOPBACK, port);
    }

    public long pid() {
        return child.pid();
    }

    @Override
    public void close() {
        child.stop();
        Runtime.getRuntime().removeShutdownHook(end);
    }

    private boolean isReady() {
        try {
            var connection = (HttpURLConnection)
                    address().resolve("/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2_000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
