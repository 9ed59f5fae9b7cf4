package io.mingjing.kernel.inbox;

import io.mingjing.kernel.event.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one poll loop of a service: poll, one transaction for the batch, then commit the offsets. A crash anywhere between
 * repeats the batch, and the inbox makes the repetition harmless.
 */
@ApplicationScoped
class PollLoop {

    private static final Logger LOG = Logger.getLogger(PollLoop.class);

    private final EventIntake intake;
    private final String bootstrapServers;
    private final String service;
    private final boolean enabled;
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> open;
    private @Nullable Thread thread;

    PollLoop(
            EventIntake intake,
            @ConfigProperty(name = "mingjing.kafka.bootstrap-servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "mingjing.inbox.enabled", defaultValue = "true") boolean enabled) {
        this.intake = intake;
        this.bootstrapServers = bootstrapServers;
        this.service = service;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled && !intake.topics().isEmpty()) {
            running = true;
            thread = Thread.ofPlatform().name("poll-loop").daemon().start(this::run);
        }
    }

    /** Whether the loop is at work, or was never to be. */
    boolean alive() {
        return thread == null || thread.isAlive();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        Consumer<String, byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> consumer = connect()) {
                open = consumer;
                consumer.subscribe(
                        intake.topics().stream().map(Topics::topicName).toList());
                while (running) {
                    step(consumer);
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The poll loop was asked to stop");
            } catch (KafkaException e) {
                LOG.warnf("The broker is not answering, the loop starts again: %s", e.getMessage());
                rest(1);
            } catch (RuntimeException e) {
                // Offsets were not committed: a new consumer begins at the first record that has not taken effect.
                LOG.warnf("A batch waits, it will be tried again: %s", e);
                rest(1);
            } finally {
                open = null;
            }
        }
    }

    private void step(Consumer<String, byte[]> consumer) {
        List<Delivery> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
            batch.add(Delivery.of(record));
        }
        if (!batch.isEmpty()) {
            intake.apply(batch);
            consumer.commitSync(Duration.ofSeconds(10));
        }
    }

    private Consumer<String, byte[]> connect() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        service,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        service + "-inbox",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        200,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        3_000,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private void rest(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
