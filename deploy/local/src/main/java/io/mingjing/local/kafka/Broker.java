package io.mingjing.local.kafka;

import io.mingjing.local.process.ChildSpec;
import io.mingjing.local.process.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka broker in KRaft mode, broker and controller in one process, on the loopback address.
 *
 * @param directory its log segments and its settings
 * @param port where clients connect
 */
public record Broker(Path directory, int port) {

    /** Where clients connect. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Writes the settings, and formats the storage when it is new. The controller gets another free port each time. */
    public void prepare() {
        try {
            Files.createDirectories(directory);
            Files.writeString(settings(), properties(Ports.free()));
            format();
            Files.writeString(arguments(), "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
            Files.writeString(logging(), LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not prepare the broker's directory 无法准备消息目录: " + directory, e);
        }
    }

    /** How its process is started and stopped. */
    public ChildSpec spec(Path log) {
        return new ChildSpec(
                "kafka",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dlogging.configuration=" + logging().toUri(),
                        "@" + arguments(),
                        "kafka.Kafka",
                        settings().toString()),
                Map.of(),
                log,
                "TERM",
                Duration.ofSeconds(15));
    }

    private Path storage() {
        return directory.toAbsolutePath().resolve("log");
    }

    private Path settings() {
        return directory.toAbsolutePath().resolve("server.properties");
    }

    private Path arguments() {
        return directory.toAbsolutePath().resolve("class-path.args");
    }

    private Path logging() {
        return directory.toAbsolutePath().resolve("logging.properties");
    }

    private void format() throws IOException {
        Path storage = storage();
        if (Files.exists(storage.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(storage.toString())
                    .addDirectory(storage.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            // The tool declares no narrower type.
            throw new IOException("Kafka could not format " + storage, e);
        }
    }

    private String properties(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%1$s:%3$d
                listeners=CLIENTS://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=CLIENTS://%1$s:%2$d
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                log.dirs=%4$s
                auto.create.topics.enable=false
                log.message.timestamp.type=LogAppendTime
                # One broker: nothing to replicate to.
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Back soon after a kill: neither the broker's old session nor a consumer's is waited for long.
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=2000
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                # It never calls home, and compaction buffers need not be large for events of a city.
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=4
                """.formatted(Ports.LOOPBACK, port, controllerPort, storage());
    }

    private static final String LOGGING = """
            handlers=CONSOLE
            level=WARN
            logger.level=WARN
            logger.handlers=CONSOLE
            loggers=kafka.server.KafkaRaftServer
            logger.kafka.server.KafkaRaftServer.level=INFO
            handler.CONSOLE=org.jboss.logmanager.handlers.ConsoleHandler
            handler.CONSOLE.properties=autoFlush
            handler.CONSOLE.autoFlush=true
            handler.CONSOLE.formatter=LINES
            formatter.LINES=org.jboss.logmanager.formatters.PatternFormatter
            formatter.LINES.properties=pattern
            formatter.LINES.pattern=%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{2.}] %s%e%n
            """;
}
