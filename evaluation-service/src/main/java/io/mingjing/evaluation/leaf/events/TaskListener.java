package io.mingjing.evaluation.leaf.events;

import io.mingjing.evaluation.leaf.application.TaskOutcomes;
import io.mingjing.evaluation.leaf.domain.Outcome;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.TaskEvent;
import io.mingjing.kernel.event.TaskEvent.ClockChanged;
import io.mingjing.kernel.event.TaskEvent.PlanPublished;
import io.mingjing.kernel.event.TaskEvent.RungReached;
import io.mingjing.kernel.event.TaskEvent.TaskClosed;
import io.mingjing.kernel.event.TaskEvent.TaskIssued;
import io.mingjing.kernel.event.TaskEvent.TaskMoved;
import io.mingjing.kernel.event.Topics;
import io.mingjing.kernel.inbox.EventListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Follows the tasks that leaves opened; tasks of other sources are nobody's business here. */
@ApplicationScoped
class TaskListener implements EventListener {

    private static final String LEAF = "LEAF";

    private final TaskOutcomes outcomes;

    TaskListener(TaskOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Set<Topics> topics() {
        return Set.of(Topics.TASK);
    }

    @Override
    public void on(Envelope envelope) {
        if (envelope.event() instanceof TaskEvent event) {
            switch (event) {
                case TaskIssued issued -> issued(issued, envelope.sequence());
                case TaskMoved moved -> moved(moved, envelope.sequence());
                case TaskClosed closed -> closed(closed, envelope.sequence());
                case PlanPublished ignored -> {}
                case RungReached ignored -> {}
                case ClockChanged ignored -> {}
            }
        }
    }

    private void issued(TaskIssued task, long sequence) {
        if (task.source().equals(LEAF)) {
            outcomes.record(new Outcome(task.sourceId(), task.taskId(), task.number(), "ISSUED", null, null), sequence);
        }
    }

    private void moved(TaskMoved task, long sequence) {
        if (task.source().equals(LEAF)) {
            outcomes.record(
                    new Outcome(task.sourceId(), task.taskId(), task.number(), task.to(), null, null), sequence);
        }
    }

    private void closed(TaskClosed task, long sequence) {
        if (task.source().equals(LEAF)) {
            outcomes.record(
                    new Outcome(
                            task.sourceId(),
                            task.taskId(),
                            task.number(),
                            "CLOSED",
                            task.closeNumber(),
                            task.outcome()),
                    sequence);
        }
    }
}
