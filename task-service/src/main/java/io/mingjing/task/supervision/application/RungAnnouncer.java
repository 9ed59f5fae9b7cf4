package io.mingjing.task.supervision.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.event.TaskEvent;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.task.supervision.domain.ReachedRung;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a rung was reached, once, with its entry in the task's trail. */
@ApplicationScoped
class RungAnnouncer {

    private final AuditTrail trail;
    private final Outbox outbox;

    RungAnnouncer(AuditTrail trail, Outbox outbox) {
        this.trail = trail;
        this.outbox = outbox;
    }

    void reached(ReachedRung rung) {
        long sequence = trail.append(new AuditTrail.Act(
                "task:" + rung.taskId(),
                "RUNG_REACHED",
                "system",
                "系统",
                null,
                null,
                rung.rung().name(),
                rung.why(),
                rung.at()));
        outbox.append(
                new TaskEvent.RungReached(
                        rung.rungId(),
                        rung.taskId(),
                        rung.clockId(),
                        rung.generation(),
                        rung.number(),
                        rung.title(),
                        rung.rung().name(),
                        rung.step(),
                        rung.offices().stream()
                                .map(office ->
                                        new TaskEvent.Office(office.role().word(), office.unit()))
                                .toList(),
                        rung.dueDay(),
                        rung.workingDaysLate(),
                        rung.why(),
                        rung.at()),
                sequence,
                rung.at());
    }
}
