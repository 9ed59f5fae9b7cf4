package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.Outcome;
import io.mingjing.evaluation.leaf.persistence.LeafOutcomes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps what became of the tasks of leaves, so that whoever rated can read it. */
@ApplicationScoped
public class TaskOutcomes {

    private final LeafOutcomes outcomes;

    TaskOutcomes(LeafOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * @param sequence of the task; an older one changes nothing
     */
    @Transactional
    public void record(Outcome outcome, long sequence) {
        outcomes.record(outcome, sequence);
    }
}
