package io.mingjing.task.rectification.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a task's trail, which is its timeline; clocks write to the same chain. */
@ApplicationScoped
class Trail {

    private final AuditTrail audit;

    Trail(AuditTrail audit) {
        this.audit = audit;
    }

    /** Chain of a task. */
    static String of(UUID taskId) {
        return "task:" + taskId;
    }

    /** Appends an act and answers its sequence. */
    long note(
            Task task, String action, By by, @Nullable TaskState from, TaskState to, @Nullable String why, Instant at) {
        return audit.append(new AuditTrail.Act(
                of(task.id()),
                action,
                by.subject(),
                by.name(),
                by.post(),
                from == null ? null : from.name(),
                to.name(),
                why,
                at));
    }
}
