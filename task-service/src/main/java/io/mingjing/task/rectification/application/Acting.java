package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.rectification.domain.Ruling;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskAct;
import io.mingjing.task.rectification.domain.TaskState;
import io.mingjing.task.rectification.persistence.EvidenceRepository;
import io.mingjing.task.rectification.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all acts on tasks share: lock, look, rule, move, write the trail, announce. */
@ApplicationScoped
class Acting {

    /** What an act does beside moving the task; runs before the trail is written. */
    @FunctionalInterface
    interface Effect {
        void on(Task task, By by, Instant at);

        static Effect none() {
            return (task, by, at) -> {};
        }
    }

    /** The act as it goes into the trail. */
    record Entry(TaskAct act, String action, @Nullable String why) {}

    /** That a person may act on a task now, and where it leads. */
    record Permit(Task task, By by, TaskState to) {}

    /** An act that was done. */
    record Done(Task task, By by, TaskState from, long sequence, Instant at) {}

    private final TaskLookup lookup;
    private final TaskRepository tasks;
    private final EvidenceRepository evidence;
    private final Trail trail;
    private final TaskAnnouncer announcer;
    private final BusinessClock clock;

    Acting(
            TaskLookup lookup,
            TaskRepository tasks,
            EvidenceRepository evidence,
            Trail trail,
            TaskAnnouncer announcer,
            BusinessClock clock) {
        this.lookup = lookup;
        this.tasks = tasks;
        this.evidence = evidence;
        this.trail = trail;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Does an act and announces the move; an act that leads back to its own state moves nothing. */
    Done perform(On on, Entry entry, Effect effect) {
        Done done = performQuietly(on, entry, effect);
        if (done.from() != done.task().state()) {
            announcer.moved(done.task(), done.from(), done.sequence(), done.at());
        }
        return done;
    }

    /** Does an act whose event the caller announces. */
    Done performQuietly(On on, Entry entry, Effect effect) {
        Permit permit = permit(on, entry.act());
        Task task = permit.task();
        TaskState from = task.state();
        Instant at = clock.now();
        effect.on(task, permit.by(), at);
        task.moveTo(permit.to());
        tasks.flush();
        long sequence = trail.note(task, entry.action(), permit.by(), from, task.state(), entry.why(), at);
        return new Done(task, permit.by(), from, sequence, at);
    }

    /** Locks the task and rules; what follows is the caller's. */
    Permit permit(On on, TaskAct act) {
        TaskLookup.Seen seen = lookup.lock(on.task(), on.actor());
        Task task = seen.task();
        refuseStale(on, task);
        Set<String> unproven = act == TaskAct.REQUEST_CLOSE ? Proofs.unproven(task, evidence.of(task.id())) : Set.of();
        Ruling ruling = task.ruling(act, seen.standing().parties(), on.actor().subject(), unproven);
        Ruling.Allowed allowed = Refusals.allowedOrThrow(ruling, task, act);
        return new Permit(task, By.of(on.actor(), seen.standing().postAs(allowed.as())), allowed.to());
    }

    private static void refuseStale(On on, Task task) {
        if (on.version() != null && on.version() != task.version()) {
            throw new ProblemException(
                    TaskProblem.STALE,
                    "任务已被他人更新，现在是“" + task.state().zh() + "”，请刷新后重试",
                    "Somebody else changed the task; it is now " + task.state().en() + ": reload and try again",
                    List.of(),
                    Map.of("state", task.state().name(), "version", task.version()));
        }
    }
}
