package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.office.domain.Correction;
import io.mingjing.evaluation.office.persistence.CorrectionRepository;
import io.mingjing.evaluation.office.persistence.LeavesToParaphrase;
import io.mingjing.evaluation.office.persistence.ParaphraseRepository;
import io.mingjing.kernel.http.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/** What waits for the city office, as counts. */
@ApplicationScoped
public class Console {

    /**
     * @param leavesToParaphrase leaves with notes for which nobody wrote anything
     * @param secondLooks paraphrases that wait for a second look
     * @param correctionsToDecide corrections that wait for the second person
     * @param correctionsToPublish confirmed ones that wait for the month's first slot, or for more of their bureau
     * @param promisedDays working days within which every rating is in a leaf
     */
    public record ToDo(
            long leavesToParaphrase,
            long secondLooks,
            long correctionsToDecide,
            long correctionsToPublish,
            int promisedDays) {}

    private final OfficeRights rights;
    private final EvaluationConfig config;
    private final LeavesToParaphrase leaves;
    private final ParaphraseRepository paraphrases;
    private final CorrectionRepository corrections;

    Console(
            OfficeRights rights,
            EvaluationConfig config,
            LeavesToParaphrase leaves,
            ParaphraseRepository paraphrases,
            CorrectionRepository corrections) {
        this.rights = rights;
        this.config = config;
        this.leaves = leaves;
        this.paraphrases = paraphrases;
        this.corrections = corrections;
    }

    /** @throws io.mingjing.kernel.http.ProblemException forbidden for everybody but the city office */
    public ToDo toDo(Actor actor) {
        rights.office(actor);
        return new ToDo(
                leaves.count(),
                paraphrases.awaitingSecondLook(),
                corrections.inState(Correction.State.PROPOSED),
                corrections.inState(Correction.State.CONFIRMED),
                config.office().promisedDays());
    }
}
