package io.mingjing.task.clock.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.event.TaskEvent;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes what happened to a clock into the task's trail and tells the other services. */
@ApplicationScoped
class ClockAnnouncer {

    /** Why a clock changed, as its event says it. */
    enum Cause {
        PAUSED,
        RESUMED,
        EXTENDED,
        RECOMPUTED,
        REOPENED,
        ACKNOWLEDGED,
        CLOSED,
        CANCELLED
    }

    private final AuditTrail trail;
    private final Outbox outbox;
    private final BusinessClock clock;

    ClockAnnouncer(AuditTrail trail, Outbox outbox, BusinessClock clock) {
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A start is told by the task's own event; here it enters the trail. */
    void started(Clock started, ActedBy by) {
        note(started, "STARTED", by, null, started.rule().zh(), clock.now());
    }

    /**
     * A change of a clock.
     *
     * @param before the due day before it
     */
    void changed(Clock changed, Cause cause, @Nullable LocalDate before, @Nullable String why, ActedBy by) {
        Instant now = clock.now();
        long sequence = note(changed, cause.name(), by, before, why, now);
        Instant dueAt = changed.state().ended() ? null : changed.dueAt();
        outbox.append(
                new TaskEvent.ClockChanged(
                        changed.taskId(), changed.id(), cause.name(), changed.generation(), dueAt, now),
                sequence,
                now);
    }

    private long note(
            Clock changed, String action, ActedBy by, @Nullable LocalDate before, @Nullable String why, Instant now) {
        return trail.append(new AuditTrail.Act(
                "task:" + changed.taskId(),
                "CLOCK_" + action,
                by.subject(),
                by.name(),
                by.post(),
                before == null ? null : before.toString(),
                changed.dueDay() == null ? null : changed.dueDay().toString(),
                changed.name() + (why == null ? "" : "：" + why),
                now));
    }
}
