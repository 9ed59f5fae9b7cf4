package io.mingjing.evaluation.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An nginx of a test's own on the loopback, without TLS, with the settings of deploy/ingress or with none. */
final class Nginx implements AutoCloseable {

    /** Where nginx connects from, so that the service can trust it and nobody else. */
    static final String ADDRESS = "127.0.0.9";

    private static final Path SETTINGS = Path.of("..", "deploy", "ingress", "mingjing.conf");
    private static final String LOGS = "/var/log/nginx";

    private final Path directory;
    private final int port;
    private final int brokenPort;
    private final WatchService bodies;
    private final Process process;

    private Nginx(Path directory, int port, int brokenPort, WatchService bodies, Process process) {
        this.directory = directory;
        this.port = port;
        this.brokenPort = brokenPort;
        this.bodies = bodies;
        this.process = process;
    }

    static Optional<Path> installed() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/local/nginx/sbin"))
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** With the settings of deploy/ingress; {@code replicas} are the ports of the service. */
    static Nginx hardened(Path directory, List<Integer> replicas) throws IOException {
        String settings = Files.readString(SETTINGS);
        assertThat(settings).contains(LOGS);
        Files.writeString(directory.resolve("mingjing.conf"), settings.replace(LOGS, directory + "/logs"));
        Files.writeString(
                directory.resolve("mingjing-replicas.conf"),
                String.join(
                        "",
                        replicas.stream()
                                .map("server 127.0.0.1:%d;\n"::formatted)
                                .toList()));
        return start(directory, "include mingjing.conf;");
    }

    /** As it comes out of the box: what the tests look for must be found here. */
    static Nginx plain(Path directory, int replica) throws IOException {
        return start(directory, """
                access_log logs/access.log;
                error_log logs/error.log;
                upstream mingjing_evaluation { server 127.0.0.1:%d; }
                """.formatted(replica));
    }

    private static Nginx start(Path directory, String settings) throws IOException {
        for (String folder : List.of("logs", "body", "proxy")) {
            Files.createDirectories(directory.resolve(folder));
        }
        int port = freePort();
        int brokenPort = freePort();
        Files.writeString(directory.resolve("nginx.conf"), """
                daemon off;
                %s
                pid nginx.pid;
                worker_rlimit_core 0;
                error_log logs/start.log;
                events {}
                http {
                  %s
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path unused;
                  uwsgi_temp_path unused;
                  scgi_temp_path unused;
                  server {
                    listen 127.0.0.1:%d;
                    location / { proxy_pass http://mingjing_evaluation; proxy_bind %s; }
                  }
                  server {
                    listen 127.0.0.1:%d;
                    location / { proxy_pass http://unix:%s/nobody:; }
                    location /r/refused/ { proxy_pass http://127.0.0.1:1; }
                  }
                }
                """.formatted(
                        isRoot() ? "user root;" : "", settings, port, ADDRESS, brokenPort, directory));
        Process process = new ProcessBuilder(
                        installed().orElseThrow().toString(),
                        "-e",
                        directory + "/logs/start.log",
                        "-p",
                        directory.toString(),
                        "-c",
                        directory + "/nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        await().atMost(Duration.ofSeconds(10)).until(() -> listens(port) || !process.isAlive());
        assertThat(process.isAlive())
                .as(Files.readString(directory.resolve("output")))
                .isTrue();
        WatchService bodies = directory.getFileSystem().newWatchService();
        for (String folder : List.of("body", "proxy")) {
            directory.resolve(folder).register(bodies, StandardWatchEventKinds.ENTRY_CREATE);
        }
        return new Nginx(directory, port, brokenPort, bodies, process);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** A server whose service does not answer: what nginx complains of in its own log. */
    String brokenAddress() {
        return "http://127.0.0.1:" + brokenPort;
    }

    /** Bodies that were written to a file, for however short a time. */
    List<String> bodiesOnDisk() {
        WatchKey key = bodies.poll();
        return key == null
                ? List.of()
                : key.pollEvents().stream()
                        .map(WatchEvent::context)
                        .map(Object::toString)
                        .toList();
    }

    List<String> log(String name) throws IOException {
        return Files.readAllLines(directory.resolve("logs").resolve(name));
    }

    /** Whether a text is in any file that nginx wrote; its own settings are not searched. */
    boolean wrote(String text) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".conf"))
                    .anyMatch(file -> read(file).contains(text));
        }
    }

    @Override
    public void close() throws IOException {
        bodies.close();
        process.destroy();
        try {
            assertThat(process.waitFor(10, TimeUnit.SECONDS))
                    .as("nginx has ended")
                    .isTrue();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
