package io.mingjing.notification.digest.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.delivery.domain.Outcome;
import io.mingjing.notification.digest.domain.Digest;
import io.mingjing.notification.recipient.domain.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Mails a digest to the city office. One that nobody could be sent is kept in memory and tried again every five minutes
 * until its hour is over; then, or when the process ends, it is lost. Nothing is written about it anywhere: only hours with
 * news have mails, so whatever a mail's fate left behind would name them.
 */
@ApplicationScoped
class DigestMails {

    private static final Duration AGAIN = Duration.ofMinutes(5);

    private record Untold(Digest digest, List<Holder> office, Instant next, Instant end) {}

    private final DigestText texts;
    private final Channel channel;
    private final BusinessClock clock;
    private final AtomicReference<@Nullable Untold> kept = new AtomicReference<>();

    DigestMails(DigestText texts, Channel channel, BusinessClock clock) {
        this.texts = texts;
        this.channel = channel;
        this.clock = clock;
    }

    /** Tells the office now, or else within the hour that runs. */
    void tell(Digest digest, List<Holder> office) {
        Instant now = clock.now();
        tryOnce(new Untold(
                digest, office, now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)));
    }

    /** Tries again what is due; forgets it once its hour is over. */
    void tellAgain() {
        Untold untold = kept.get();
        Instant now = clock.now();
        if (untold == null || now.isBefore(untold.next()) || !kept.compareAndSet(untold, null)) {
            return;
        }
        if (now.isBefore(untold.end())) {
            tryOnce(untold);
        }
    }

    /** Enough that one has it: a mailbox that is away must not bring the others the same again. */
    private void tryOnce(Untold untold) {
        long told = untold.office().stream()
                .filter(one -> send(untold.digest(), one) instanceof Outcome.Delivered)
                .count();
        if (told == 0) {
            kept.set(new Untold(untold.digest(), untold.office(), clock.now().plus(AGAIN), untold.end()));
        }
    }

    private Outcome send(Digest digest, Holder to) {
        String address = to.email();
        if (address == null) {
            return new Outcome.Rejected("no address");
        }
        // The same for a repetition, so that mail programs see one mail.
        UUID id = UUID.nameUUIDFromBytes(
                ("digest " + digest.hour() + " " + to.postId()).getBytes(StandardCharsets.UTF_8));
        return channel.send(texts.of(digest, to, id, address));
    }
}
