package io.mingjing.task.rectification.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.rectification.domain.Fact;
import io.mingjing.task.rectification.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Adds to a task what became known later; its state stays. */
@ApplicationScoped
public class Remarks {

    private final TaskRepository tasks;
    private final Trail trail;
    private final BusinessClock clock;

    Remarks(TaskRepository tasks, Trail trail, BusinessClock clock) {
        this.tasks = tasks;
        this.trail = trail;
        this.clock = clock;
    }

    /** Adds a fact, whatever state the task is in. */
    @Transactional(TxType.MANDATORY)
    public void add(UUID taskId, String label, String words, By by) {
        tasks.lock(taskId).ifPresent(task -> {
            task.learned(new Fact(label, words));
            tasks.flush();
            trail.note(task, "TASK_NOTED", by, task.state(), task.state(), label + "：" + words, clock.now());
        });
    }
}
