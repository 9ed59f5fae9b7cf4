package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * From when on a device must have reported. Only working days count: over a holiday a hall is dark, and no
 * device in it is at fault.
 */
@ApplicationScoped
public class Silence {

    private final Calendars calendars;
    private final BusinessClock clock;
    private final EvaluationConfig config;

    Silence(Calendars calendars, BusinessClock clock, EvaluationConfig config) {
        this.calendars = calendars;
        this.clock = clock;
        this.config = config;
    }

    /** A device in use that was last seen before this day, or never, is silent. */
    public LocalDate notBefore() {
        return calendars
                .current()
                .subtractWorkingDays(clock.today(), config.places().deviceSilentAfter());
    }
}
