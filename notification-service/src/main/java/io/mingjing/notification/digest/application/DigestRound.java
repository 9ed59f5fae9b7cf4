package io.mingjing.notification.digest.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.NotificationConfig;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells the city office at each full hour of working time that poor ratings came (整点提示, anonymity rule K10); says nothing
 * where none came. It is no notice like the others: no row, ledger line, metric or log line tells in which hours there was
 * something to say, because whoever knows that and saw who was at the window would know too much. So an hour is asked for
 * once, and is through when the answer is there, whatever becomes of the mail. A mail that is lost costs nothing but its
 * convenience: the office's console has it all, and the next one counts everything that waits.
 */
@ApplicationScoped
public class DigestRound {

    private static final Logger LOG = Logger.getLogger(DigestRound.class);

    private final NotificationConfig config;
    private final WorkingTime workingTime;
    private final DigestRounds rounds;
    private final DigestSource source;
    private final Recipients recipients;
    private final DigestMails mails;
    private final BusinessClock clock;

    DigestRound(
            NotificationConfig config,
            WorkingTime workingTime,
            DigestRounds rounds,
            DigestSource source,
            Recipients recipients,
            DigestMails mails,
            BusinessClock clock) {
        this.config = config;
        this.workingTime = workingTime;
        this.rounds = rounds;
        this.source = source;
        this.recipients = recipients;
        this.mails = mails;
        this.clock = clock;
    }

    /** Goes through the hour that runs, once among all replicas. An hour that nobody asked for is told by the next. */
    @ActivateRequestContext
    public void look() {
        if (config.digest().clientSecret().isEmpty()) {
            return;
        }
        mails.tellAgain();
        Instant hour = clock.now().truncatedTo(ChronoUnit.HOURS);
        if (workingTime.hoursAround(hour).areOpen(hour)) {
            rounds.claim(hour).ifPresent(this::go);
        }
    }

    private void go(Claim claim) {
        List<Holder> office = recipients.ofCityOffice(claim.hour());
        if (office.isEmpty()) {
            LOG.warn("Nobody at the city office has an address: no hourly digest");
            rounds.through(claim);
            return;
        }
        switch (source.ask(claim.said())) {
            case Answer.Taken(Digest digest) -> {
                // First through and then the mail: what becomes of it must not show in any row, here or on the trail.
                if (rounds.through(claim) && digest.isNews()) {
                    mails.tell(digest, office);
                }
            }
            case Answer.NoAnswer(String cause) -> {
                LOG.warnf("The hourly digest could not be asked for: %s", cause);
                rounds.tryAgainSoon(claim);
            }
        }
    }
}
