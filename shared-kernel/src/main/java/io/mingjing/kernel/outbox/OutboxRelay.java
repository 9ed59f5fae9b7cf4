package io.mingjing.kernel.outbox;

import io.mingjing.kernel.ids.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds, in order, and deletes a row only after the broker has acknowledged it: a crash between
 * the two sends it again (consumers keep an inbox), never loses it. Rows go out in waves in which a key appears once, so
 * that events of one aggregate cannot overtake each other when a send fails.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final RelayLease lease;
    private final OutboxRows rows;
    private final RecordSender sender;
    private final UUID holder;
    private final Duration pause;
    private final boolean enabled;
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            RelayLease lease,
            OutboxRows rows,
            RecordSender sender,
            Ids ids,
            @ConfigProperty(name = "mingjing.outbox.poll", defaultValue = "PT0.1S") Duration pause,
            @ConfigProperty(name = "mingjing.outbox.enabled", defaultValue = "true") boolean enabled) {
        this.lease = lease;
        this.rows = rows;
        this.sender = sender;
        this.holder = ids.next();
        this.pause = pause;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    /** Whether the relay is at work, or was never to be. */
    boolean alive() {
        return !enabled || thread != null && thread.isAlive();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
        sender.close();
    }

    private void run() {
        while (running) {
            try {
                if (!relayOnce()) {
                    Thread.sleep(pause);
                }
            } catch (InterruptedException e) {
                running = false;
            } catch (SQLException | RuntimeException e) {
                // Whatever it is, the rows are still there; a relay that gave up would hold back every later event.
                LOG.warnf("The outbox waits, it will be tried again: %s", e);
                running = running && rest();
            }
        }
        try {
            lease.giveBack(holder);
        } catch (SQLException e) {
            LOG.debug("The lease runs out by itself", e);
        }
    }

    private boolean rest() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Sends one batch. True when there was something to send, so that the next look is at once. */
    private boolean relayOnce() throws SQLException, InterruptedException {
        OptionalLong epoch = lease.take(holder);
        if (epoch.isEmpty()) {
            return false;
        }
        List<OutboxRow> batch = rows.oldest(500);
        for (int from = 0; from < batch.size(); ) {
            List<OutboxRow> wave = wave(batch, from);
            sender.sendAll(wave);
            rows.delete(wave, epoch.getAsLong(), holder);
            from += wave.size();
        }
        return !batch.isEmpty();
    }

    private static List<OutboxRow> wave(List<OutboxRow> batch, int from) {
        Set<String> keys = new HashSet<>();
        int to = from;
        while (to < batch.size()
                && keys.add(batch.get(to).topic() + ' ' + batch.get(to).key())) {
            to++;
        }
        return batch.subList(from, to);
    }
}
