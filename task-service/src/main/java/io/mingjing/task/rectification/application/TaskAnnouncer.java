package io.mingjing.task.rectification.application;

import io.mingjing.kernel.event.TaskEvent;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.task.rectification.domain.Closure;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns what became of tasks into events. */
@ApplicationScoped
class TaskAnnouncer {

    private final Outbox outbox;

    TaskAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    void issued(Task task, @Nullable Instant dueAt, long sequence, Instant at) {
        outbox.append(
                new TaskEvent.TaskIssued(
                        task.id(),
                        number(task),
                        task.wording().title(),
                        task.origin().source().name(),
                        task.origin().sourceId(),
                        task.leads(),
                        task.bureau(),
                        dueAt,
                        at),
                sequence,
                at);
    }

    void moved(Task task, TaskState from, long sequence, Instant at) {
        outbox.append(
                new TaskEvent.TaskMoved(
                        task.id(),
                        number(task),
                        task.origin().source().name(),
                        task.origin().sourceId(),
                        from.name(),
                        task.state().name(),
                        at),
                sequence,
                at);
    }

    void closed(Task task, Closure closure, long sequence) {
        outbox.append(
                new TaskEvent.TaskClosed(
                        task.id(),
                        number(task),
                        task.origin().source().name(),
                        task.origin().sourceId(),
                        closure.number(),
                        closure.outcome(),
                        closure.at()),
                sequence,
                closure.at());
    }

    private static String number(Task task) {
        return task.number().orElseThrow(() -> new IllegalStateException("A draft is nobody else's business"));
    }
}
