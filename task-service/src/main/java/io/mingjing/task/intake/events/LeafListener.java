package io.mingjing.task.intake.events;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EvaluationEvent;
import io.mingjing.kernel.event.EvaluationEvent.LeafClosed;
import io.mingjing.kernel.event.EvaluationEvent.LeafParaphrased;
import io.mingjing.kernel.event.EvaluationEvent.LeafPassedOn;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.EventListener;
import io.mingjing.task.intake.application.LeafTasks;
import io.mingjing.task.intake.domain.ClosedLeaf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Hears of closed leaves. */
@ApplicationScoped
class LeafListener implements EventListener {

    private final LeafTasks tasks;

    LeafListener(LeafTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Set<Topics> topics() {
        return Set.of(Topics.EVALUATION);
    }

    @Override
    public void on(Envelope envelope) {
        if (envelope.event() instanceof EvaluationEvent event) {
            switch (event) {
                case LeafClosed closed -> tasks.open(leaf(closed));
                case LeafPassedOn passed ->
                    tasks.openPassedOn(
                            leaf(passed.leaf()),
                            passed.at(),
                            Objects.requireNonNullElse(passed.paraphrases(), List.of()));
                case LeafParaphrased text -> tasks.paraphrase(text.leafId(), text.paraphrases());
            }
        }
    }

    private static ClosedLeaf leaf(LeafClosed event) {
        return new ClosedLeaf(
                event.leafId(),
                event.leafNumber(),
                event.stream(),
                event.placeCode(),
                event.placeName(),
                event.ownerUnit(),
                event.firstWeek(),
                event.lastWeek(),
                event.served(),
                event.raters(),
                event.levels(),
                event.poor(),
                event.reasons(),
                event.matters(),
                event.caseNumbers(),
                event.slot());
    }
}
