package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * Opens the expiry days that a scan of today or of tomorrow can ask for: a ticket of a place code is issued by a GET, and
 * a GET writes nothing, so the keys and the partition of its day must lie ready before.
 */
@ApplicationScoped
public class DaysAhead {

    private final DayKeys days;
    private final BusinessClock clock;

    DaysAhead(DayKeys days, BusinessClock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** Opens today and the days up to the last one of tomorrow's codes; those that are open cost nothing. */
    public void open() {
        LocalDate today = clock.today();
        for (int ahead = 0; ahead <= CodeLife.DAYS_AFTER_VISIT + 1; ahead++) {
            days.open(today.plusDays(ahead));
        }
    }
}
