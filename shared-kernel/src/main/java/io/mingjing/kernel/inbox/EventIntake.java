package io.mingjing.kernel.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EventCodec.Decoded;
import io.mingjing.kernel.event.Topics;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Applies a batch of records: one transaction with their inbox rows and all effects. When something in it fails for good,
 * the batch is taken apart and only the record at fault goes to the dead letters. What fails because the database or a
 * lock is not there now is thrown on, for the loop to try again.
 */
@ApplicationScoped
class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final int TIMEOUT_SECONDS = 60;

    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final List<EventListener> listeners;
    private final MeterRegistry metrics;

    EventIntake(Inbox inbox, DeadLetters deadLetters, @All List<EventListener> listeners, MeterRegistry metrics) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.listeners = listeners;
        this.metrics = metrics;
    }

    Set<Topics> topics() {
        Set<Topics> topics = EnumSet.noneOf(Topics.class);
        listeners.forEach(listener -> topics.addAll(listener.topics()));
        return topics;
    }

    void apply(List<Delivery> batch) {
        try {
            inTransaction(() -> effects(batch));
        } catch (RuntimeException e) {
            if (TransientFailure.isOne(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                bury(batch.getFirst(), e);
            } else {
                batch.forEach(each -> apply(List.of(each)));
            }
        }
    }

    /** Calls the listeners of an event again, in the running transaction; for dead letters that are redriven. */
    void redrive(Envelope envelope) {
        dispatch(envelope);
    }

    private void effects(List<Delivery> batch) {
        List<UUID> ids = new ArrayList<>();
        for (Delivery delivery : batch) {
            if (delivery.decoded() instanceof Decoded.Known known && !compacted(delivery)) {
                ids.add(known.envelope().id());
            }
        }
        Set<UUID> fresh = ids.isEmpty() ? Set.of() : inbox.firstTime(ids);
        Set<UUID> done = new HashSet<>();
        for (Delivery delivery : batch) {
            switch (delivery.decoded()) {
                case Decoded.Known(Envelope envelope) -> {
                    // Compacted topics are read again from the start: their listeners upsert by sequence instead.
                    if (compacted(delivery) || (fresh.contains(envelope.id()) && done.add(envelope.id()))) {
                        dispatch(envelope);
                    }
                }
                case Decoded.UnknownType(String type) ->
                    metrics.counter("mingjing_events_unknown_type").increment();
                case Decoded.Malformed(String cause) -> deadLetters.keep(delivery, cause);
            }
        }
    }

    private void dispatch(Envelope envelope) {
        Topics topic = Topics.of(envelope.event());
        for (EventListener listener : listeners) {
            if (listener.topics().contains(topic)) {
                listener.on(envelope);
            }
        }
    }

    private void bury(Delivery delivery, RuntimeException cause) {
        LOG.errorf(
                cause,
                "A record cannot be applied and goes to the dead letters: %s-%d@%d",
                delivery.topic(),
                delivery.partition(),
                delivery.offset());
        inTransaction(() -> {
            if (delivery.decoded() instanceof Decoded.Known(Envelope envelope) && !compacted(delivery)) {
                inbox.firstTime(List.of(envelope.id()));
            }
            deadLetters.keep(delivery, String.valueOf(cause));
        });
        metrics.counter("mingjing_dead_letters").increment();
    }

    private static boolean compacted(Delivery delivery) {
        return Arrays.stream(Topics.values())
                .anyMatch(topic -> topic.compacted() && topic.topicName().equals(delivery.topic()));
    }

    private static void inTransaction(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(work);
    }
}
