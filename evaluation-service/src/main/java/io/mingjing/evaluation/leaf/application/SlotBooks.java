package io.mingjing.evaluation.leaf.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance.Balance;
import io.mingjing.evaluation.leaf.persistence.Tallies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Balances the books after each slot: accepted = pending + mixed + quarantined + tested, or the alarm is raised. */
@ApplicationScoped
class SlotBooks {

    private static final Logger LOG = Logger.getLogger(SlotBooks.class);

    /** A rating may be committed a moment after its code expired at midnight; a day later none is under way any more. */
    private static final int SETTLED_AFTER = 1;

    private final IntakeStore intake;
    private final Tallies tallies;
    private final IntakeBalance balance;
    private final AtomicLong missing;

    SlotBooks(IntakeStore intake, Tallies tallies, IntakeBalance balance, MeterRegistry metrics) {
        this.intake = intake;
        this.tallies = tallies;
        this.balance = balance;
        this.missing = metrics.gauge("mingjing_intake_unbalanced", new AtomicLong());
    }

    void close(LocalDate slotDay) {
        intake.days().stream()
                .filter(expDay -> expDay.isBefore(slotDay.minusDays(SETTLED_AFTER)))
                .forEach(tallies::settle);
        Balance now = balance.now();
        missing.set(Math.abs(now.accepted() - now.pending() - now.mixed() - now.quarantined() - now.tested()));
        if (!now.balanced()) {
            LOG.errorf("The intake does not balance: %s", now);
        }
    }
}
