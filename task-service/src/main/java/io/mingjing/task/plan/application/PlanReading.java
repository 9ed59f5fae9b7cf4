package io.mingjing.task.plan.application;

import io.mingjing.task.Violations;
import io.mingjing.task.plan.domain.PlanContent;
import io.mingjing.task.rectification.application.Proof;
import io.mingjing.task.rectification.domain.Measure;
import io.mingjing.task.rectification.domain.TimeLimit;
import io.mingjing.task.rectification.domain.Wording;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a plan. */
sealed interface PlanReading {

    /** It is right: what it says, with its tasks in order. */
    record Right(PlanContent content, List<ItemContent> items) implements PlanReading {

        public Right {
            items = List.copyOf(items);
        }
    }

    /** It is not, and this is all that is wrong with it. */
    record Wrong(Violations violations) implements PlanReading {}

    /**
     * A task of the plan.
     *
     * @param leads codes in the document's order
     * @param responsible codes, and names of collectives
     * @param done null unless the work was done before
     */
    record ItemContent(
            int number,
            Wording wording,
            List<Measure> measures,
            List<String> leads,
            List<String> responsible,
            TimeLimit limit,
            @Nullable DoneContent done) {

        public ItemContent {
            measures = List.copyOf(measures);
            leads = List.copyOf(leads);
            responsible = List.copyOf(responsible);
        }
    }

    /** That the work was done before, and the evidence of it. */
    record DoneContent(LocalDate on, List<Proof> proofs) {

        public DoneContent {
            proofs = List.copyOf(proofs);
        }
    }
}
