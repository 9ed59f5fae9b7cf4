package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.Outcome;
import io.mingjing.evaluation.leaf.persistence.LeafOutcomes;
import io.mingjing.evaluation.leaf.persistence.SecondOffers;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps what became of the tasks of leaves, so that whoever rated can read it, and rate once more when it is closed. */
@ApplicationScoped
public class TaskOutcomes {

    private final LeafOutcomes outcomes;
    private final SecondOffers offers;
    private final BusinessClock clock;

    TaskOutcomes(LeafOutcomes outcomes, SecondOffers offers, BusinessClock clock) {
        this.outcomes = outcomes;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * @param sequence of the task; an older one changes nothing
     */
    @Transactional
    public void record(Outcome outcome, long sequence) {
        outcomes.record(outcome, sequence);
        if (outcome.closeNumber() != null) {
            offers.begin(outcome.leafId(), clock.today());
        }
    }
}
