package io.mingjing.notification;

import io.mingjing.kernel.event.DomainEvent;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sends events as task-service does. */
public final class Wire implements AutoCloseable {

    private final AtomicLong sequence = new AtomicLong();
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    ConfigProvider.getConfig().getValue("mingjing.kafka.bootstrap-servers", String.class),
                    "acks",
                    "all"),
            new StringSerializer(),
            new StringSerializer());

    /** Sends an event with the next sequence. */
    public Envelope send(DomainEvent event) {
        return send(event, sequence.incrementAndGet());
    }

    /** Sends an event with a sequence of its own. */
    public Envelope send(DomainEvent event, long itsSequence) {
        Envelope envelope =
                new Envelope(UUID.randomUUID(), "urn:mingjing:task-service", itsSequence, Instant.now(), event);
        send(envelope);
        return envelope;
    }

    /** Sends the very same event (again). */
    public void send(Envelope envelope) {
        EventCodec.Encoded encoded = EventCodec.encode(envelope);
        ProducerRecord<String, String> record = new ProducerRecord<>(encoded.topic(), encoded.key(), encoded.payload());
        encoded.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
