package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds tasks for people; a task that is not theirs to see is not found. */
@ApplicationScoped
public class TaskLookup {

    /** A task and what the person is to it. */
    public record Seen(Task task, Standing standing) {}

    private final TaskRepository tasks;
    private final Standings standings;

    TaskLookup(TaskRepository tasks, Standings standings) {
        this.tasks = tasks;
        this.standings = standings;
    }

    /**
     * A task to look at.
     *
     * @throws ProblemException not found
     */
    public Seen see(UUID id, Actor actor) {
        return seen(tasks.findByIdOptional(id), id, actor);
    }

    /** A task to act on, locked until the transaction ends. */
    Seen lock(UUID id, Actor actor) {
        return seen(tasks.lock(id), id, actor);
    }

    private Seen seen(Optional<Task> found, UUID id, Actor actor) {
        return found.map(task -> new Seen(task, standings.of(actor, task)))
                .filter(seen -> seen.standing().mayRead(seen.task().state()))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND,
                        "没有任务 " + id + "，或不属于您的范围",
                        "There is no task " + id + " in your scope"));
    }
}
