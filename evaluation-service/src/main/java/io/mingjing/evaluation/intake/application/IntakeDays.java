package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.intake.persistence.IntakeStore;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The days of the intake. One goes when its codes expired more than 3 days ago and the mixer has emptied every box. */
@ApplicationScoped
public class IntakeDays {

    private final IntakeStore store;
    private final BusinessClock clock;

    IntakeDays(IntakeStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return how many went */
    public int dropEmpty() {
        LocalDate today = clock.today();
        int dropped = 0;
        for (LocalDate day : store.days()) {
            if (store.drop(day, today)) {
                dropped++;
            }
        }
        return dropped;
    }
}
