package io.mingjing.task.rectification.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.organisation.application.Units;
import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.domain.Ruling;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskAct;
import io.mingjing.task.rectification.persistence.EvidenceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A task with all that a page or an answer shows of it. */
@ApplicationScoped
public class TaskReading {

    private final TaskLookup lookup;
    private final EvidenceRepository evidence;
    private final Units units;
    private final Clocks clocks;
    private final AuditTrail trail;

    TaskReading(TaskLookup lookup, EvidenceRepository evidence, Units units, Clocks clocks, AuditTrail trail) {
        this.lookup = lookup;
        this.evidence = evidence;
        this.units = units;
        this.clocks = clocks;
        this.trail = trail;
    }

    /**
     * A task as the person sees it now.
     *
     * @throws io.mingjing.kernel.http.ProblemException not found
     */
    @Transactional
    public TaskView view(UUID id, Actor actor) {
        TaskLookup.Seen seen = lookup.see(id, actor);
        Task task = seen.task();
        List<Evidence> given = evidence.of(id);
        List<ClockView> running = clocks.all(id);
        Set<String> unproven = Proofs.unproven(task, given);
        OptionalInt step = clocks.acknowledgeable(id, actor);
        Set<TaskAct> may = EnumSet.noneOf(TaskAct.class);
        boolean waits = false;
        for (TaskAct act : TaskAct.values()) {
            Ruling ruling = task.ruling(act, seen.standing().parties(), actor.subject(), unproven);
            waits |= ruling instanceof Ruling.SamePerson;
            if (ruling instanceof Ruling.Allowed && offered(act, running, step)) {
                may.add(act);
            }
        }
        List<String> codes = new ArrayList<>(Stream.concat(task.leads().stream(), task.responsible().stream())
                .toList());
        codes.add(task.bureau());
        readWhileOpen(task);
        return new TaskView(task, running, given, units.names(codes), List.copyOf(may), step, waits);
    }

    /** What happened to a task, oldest first: its trail. */
    public List<AuditTrail.Entry> timeline(UUID id, Actor actor, long after, int rows) {
        lookup.see(id, actor);
        return trail.read(Trail.of(id), after, rows);
    }

    /** Why the task is due when it is, day by day. */
    public List<DeadlineProof> deadline(UUID id, Actor actor) {
        lookup.see(id, actor);
        return clocks.explain(id);
    }

    /** The page is made after the session closed. */
    private static void readWhileOpen(Task task) {
        task.facts();
        task.measures();
    }

    /** Plans issue their drafts themselves; an act on a clock needs one that has not ended. */
    private static boolean offered(TaskAct act, List<ClockView> clocksOfTask, OptionalInt step) {
        return switch (act) {
            case ISSUE, ISSUE_DONE -> false;
            case EXTEND -> clocksOfTask.stream().anyMatch(view -> !view.state().ended());
            case ACKNOWLEDGE -> step.isPresent();
            default -> true;
        };
    }
}
