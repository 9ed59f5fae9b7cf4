package io.mingjing.notification.digest.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.NotificationConfig;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.delivery.domain.Outcome;
import io.mingjing.notification.digest.domain.Digest;
import io.mingjing.notification.digest.domain.DigestSource;
import io.mingjing.notification.digest.domain.DigestSource.Answer;
import io.mingjing.notification.digest.persistence.DigestRounds;
import io.mingjing.notification.digest.persistence.DigestRounds.Claim;
import io.mingjing.notification.recipient.application.Recipients;
import io.mingjing.notification.recipient.application.WorkingTime;
import io.mingjing.notification.recipient.domain.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells the city office at each full hour of working time that poor ratings came (整点提示, anonymity rule K10); says nothing
 * where none came. It is no notice like the others: no row, ledger line, metric or log line tells in which hours there was
 * something to say, because whoever knows that and saw who was at the window would know too much. The office's console
 * has it all; a mail that is lost costs nothing but its convenience, and the next one tells again.
 */
@ApplicationScoped
public class DigestRound {

    private static final Logger LOG = Logger.getLogger(DigestRound.class);

    private final NotificationConfig config;
    private final WorkingTime workingTime;
    private final DigestRounds rounds;
    private final DigestSource source;
    private final Recipients recipients;
    private final DigestText texts;
    private final Channel channel;
    private final BusinessClock clock;

    DigestRound(
            NotificationConfig config,
            WorkingTime workingTime,
            DigestRounds rounds,
            DigestSource source,
            Recipients recipients,
            DigestText texts,
            Channel channel,
            BusinessClock clock) {
        this.config = config;
        this.workingTime = workingTime;
        this.rounds = rounds;
        this.source = source;
        this.recipients = recipients;
        this.texts = texts;
        this.channel = channel;
        this.clock = clock;
    }

    /** Goes through the hour that runs, once among all replicas. One that was missed is made up for by the next. */
    @ActivateRequestContext
    public void look() {
        if (config.digest().clientSecret().isEmpty()) {
            return;
        }
        Instant hour = clock.now().truncatedTo(ChronoUnit.HOURS);
        if (workingTime.hoursAround(hour).areOpen(hour)) {
            rounds.claim(hour).ifPresent(claim -> go(hour, claim));
        }
    }

    private void go(Instant hour, Claim claim) {
        boolean through =
                switch (source.ask(claim.said())) {
                    case Answer.Taken(Digest digest) -> !digest.isNews() || told(digest);
                    case Answer.NoAnswer(String cause) -> {
                        LOG.warnf("The hourly digest could not be asked for: %s", cause);
                        yield false;
                    }
                };
        if (through) {
            rounds.through(hour);
        } else {
            rounds.tryAgainSoon();
        }
    }

    /** Whether somebody at the office has it: a mailbox that is away must not bring the others the same again. */
    private boolean told(Digest digest) {
        List<Holder> office = recipients.ofCityOffice(digest.hour());
        return office.stream()
                        .filter(one -> send(digest, one) instanceof Outcome.Delivered)
                        .count()
                > 0;
    }

    private Outcome send(Digest digest, Holder to) {
        String address = to.email();
        if (address == null || address.isBlank()) {
            return new Outcome.Rejected("no address");
        }
        // The same for a repetition, so that mail programs see one mail.
        UUID id = UUID.nameUUIDFromBytes(
                ("digest " + digest.hour() + " " + to.postId()).getBytes(StandardCharsets.UTF_8));
        return channel.send(texts.of(digest, to, id, address));
    }
}
