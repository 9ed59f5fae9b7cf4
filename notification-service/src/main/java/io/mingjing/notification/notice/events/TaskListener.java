package io.mingjing.notification.notice.events;

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
import io.mingjing.notification.notice.application.Assignment;
import io.mingjing.notification.notice.application.Ending;
import io.mingjing.notification.notice.application.NoticeDesk;
import io.mingjing.notification.notice.application.PastDue;
import io.mingjing.notification.notice.application.Rung;
import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.recipient.domain.Office;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Hears what happens to tasks and their clocks. */
@ApplicationScoped
class TaskListener implements EventListener {

    private static final String ISSUED = "ISSUED";

    private final NoticeDesk desk;
    private final Ending ending;

    TaskListener(NoticeDesk desk, Ending ending) {
        this.desk = desk;
        this.ending = ending;
    }

    @Override
    public Set<Topics> topics() {
        return Set.of(Topics.TASK);
    }

    @Override
    public void on(Envelope envelope) {
        if (envelope.event() instanceof TaskEvent event) {
            switch (event) {
                case PlanPublished plan -> desk.planPublished(pastDue(plan));
                case TaskIssued task -> desk.assigned(assignment(task, envelope.sequence()));
                case TaskMoved task -> {
                    if (task.from().equals(ISSUED)) {
                        ending.assignmentTakenUp(task.taskId(), task.at());
                    }
                }
                case TaskClosed task -> ending.taskClosed(task.taskId(), task.at());
                case RungReached rung -> desk.rungReached(rung(rung));
                case ClockChanged change -> clockChanged(change);
            }
        }
    }

    private void clockChanged(ClockChanged change) {
        switch (change.cause()) {
            case "CLOSED" -> end(change, EndCause.CLOSED);
            case "EXTENDED" -> end(change, EndCause.EXTENDED);
            case "PAUSED" -> end(change, EndCause.PAUSED);
            case "RESUMED" -> end(change, EndCause.RESUMED);
            case "REOPENED" -> end(change, EndCause.REOPENED);
            case "CANCELLED" -> end(change, EndCause.CANCELLED);
            case "ACKNOWLEDGED" -> ending.acknowledged(change.clockId(), change.at());
            // Also for causes to come: the generation says what no longer stands.
            default -> end(change, EndCause.CHANGED);
        }
    }

    private void end(ClockChanged change, EndCause cause) {
        ending.clockChanged(change.clockId(), cause, change.generation(), change.at());
    }

    private static PastDue pastDue(PlanPublished plan) {
        List<PastDue.Limit> limits = plan.past().stream()
                .map(past -> new PastDue.Limit(past.number(), past.title(), past.words(), past.dueDay()))
                .toList();
        return new PastDue(plan.planId(), plan.title(), offices(plan.summaryTo()), limits, plan.at());
    }

    private static Assignment assignment(TaskIssued task, long sequence) {
        return new Assignment(
                task.taskId(),
                sequence,
                task.number(),
                task.title(),
                task.source(),
                task.leadUnits(),
                task.bureau(),
                task.dueAt(),
                task.at());
    }

    private static Rung rung(RungReached rung) {
        return new Rung(
                rung.rungId(),
                rung.taskId(),
                rung.clockId(),
                rung.generation(),
                rung.number(),
                rung.title(),
                rung.step(),
                offices(rung.offices()),
                rung.dueDay(),
                rung.workingDaysLate(),
                rung.why(),
                rung.at());
    }

    private static List<Office> offices(List<TaskEvent.Office> named) {
        return named.stream()
                .map(office -> new Office(office.role(), office.unit()))
                .toList();
    }
}
