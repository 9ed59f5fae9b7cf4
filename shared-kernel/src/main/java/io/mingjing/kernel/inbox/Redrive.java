package io.mingjing.kernel.inbox;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EventCodec;
import io.mingjing.kernel.event.EventCodec.Decoded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Applies dead letters of a time range again, oldest first, each in its own transaction; what fails again stays dead. */
@ApplicationScoped
public class Redrive {

    private static final Logger LOG = Logger.getLogger(Redrive.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int MOST = 10_000;

    /** How a redrive went. */
    public record Outcome(long applied, long stillDead) {}

    private sealed interface Step {
        record End() implements Step {}

        record Applied(UUID id) implements Step {}

        record StillDead(UUID id) implements Step {}
    }

    private final DeadLetters deadLetters;
    private final EventIntake intake;

    Redrive(DeadLetters deadLetters, EventIntake intake) {
        this.deadLetters = deadLetters;
        this.intake = intake;
    }

    /** Redrives at most 10,000 letters that died from {@code from} until before {@code to}. */
    public Outcome range(Instant from, Instant to) {
        long applied = 0;
        long stillDead = 0;
        UUID behind = BEFORE_ALL;
        while (applied + stillDead < MOST) {
            switch (one(from, to, behind)) {
                case Step.End end -> {
                    return new Outcome(applied, stillDead);
                }
                case Step.Applied(UUID id) -> {
                    applied++;
                    behind = id;
                }
                case Step.StillDead(UUID id) -> {
                    stillDead++;
                    behind = id;
                }
            }
        }
        return new Outcome(applied, stillDead);
    }

    private Step one(Instant from, Instant to, UUID behind) {
        UUID[] at = {BEFORE_ALL};
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<DeadLetters.Content> next = deadLetters.claimNext(from, to, behind);
                if (next.isEmpty()) {
                    return new Step.End();
                }
                DeadLetters.Content letter = next.getFirst();
                at[0] = letter.id();
                if (!(EventCodec.decode(letter.headers(), letter.payload())
                        instanceof Decoded.Known(Envelope envelope))) {
                    return new Step.StillDead(letter.id());
                }
                intake.redrive(envelope);
                deadLetters.redriven(letter.id());
                return new Step.Applied(letter.id());
            });
        } catch (RuntimeException e) {
            if (at[0].equals(BEFORE_ALL)) {
                throw e;
            }
            LOG.warnf("A redriven record failed again: %s", e);
            return new Step.StillDead(at[0]);
        }
    }
}
