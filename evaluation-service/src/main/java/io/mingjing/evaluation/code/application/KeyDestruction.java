package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Destroys the keys of days that are over (anonymity rule K11): every box was mixed, the partition is dropped, and the
 * {@value #DAYS_KEPT} days within which a backup may have to be restored have passed by the business clock.
 */
@ApplicationScoped
public class KeyDestruction {

    static final int DAYS_KEPT = 7;

    /** Most days in one run; what is left over goes with the next. */
    private static final int MOST = 100;

    private static final Logger LOG = Logger.getLogger(KeyDestruction.class);

    private final KeyStore store;
    private final DayKeys days;
    private final BusinessClock clock;

    KeyDestruction(KeyStore store, DayKeys days, BusinessClock clock) {
        this.store = store;
        this.days = days;
        this.clock = clock;
    }

    /** @return the expiry days whose keys went */
    public Set<LocalDate> run() {
        Set<LocalDate> destroyed = store.destroyDays(clock.today().minusDays(DAYS_KEPT), MOST);
        if (!destroyed.isEmpty()) {
            LOG.infof("Keys of %d days were destroyed", destroyed.size());
        }
        days.forgetDestroyed();
        return destroyed;
    }
}
