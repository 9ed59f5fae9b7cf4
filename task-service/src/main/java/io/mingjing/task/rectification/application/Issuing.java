package io.mingjing.task.rectification.application;

import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.ClockSpec;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.ResponsibleOffices;
import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.domain.Requester;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskDraft;
import io.mingjing.task.rectification.domain.TaskState;
import io.mingjing.task.rectification.persistence.EvidenceRepository;
import io.mingjing.task.rectification.persistence.HumanNumbers;
import io.mingjing.task.rectification.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts tasks and issues them (交办), in the transaction of the plan or leaf they come from. */
@ApplicationScoped
public class Issuing {

    /** That the work was done before its plan came out, with the evidence of it. */
    public record Done(LocalDate on, Requester statedBy, List<Proof> proofs) {

        public Done {
            proofs = List.copyOf(proofs);
        }
    }

    /**
     * A task that was issued.
     *
     * @param past its clocks that were past already; they belong into the plan's one summary
     */
    public record Issued(Task task, List<ClockView> past) {}

    private final TaskRepository tasks;
    private final EvidenceRepository evidence;
    private final HumanNumbers numbers;
    private final Clocks clocks;
    private final Trail trail;
    private final TaskAnnouncer announcer;
    private final BusinessClock clock;
    private final Ids ids;

    Issuing(
            TaskRepository tasks,
            EvidenceRepository evidence,
            HumanNumbers numbers,
            Clocks clocks,
            Trail trail,
            TaskAnnouncer announcer,
            BusinessClock clock,
            Ids ids) {
        this.tasks = tasks;
        this.evidence = evidence;
        this.numbers = numbers;
        this.clocks = clocks;
        this.trail = trail;
        this.announcer = announcer;
        this.clock = clock;
        this.ids = ids;
    }

    /** Stores a task as its source states it. */
    @Transactional(TxType.MANDATORY)
    public Task draft(TaskDraft draft, By by) {
        Task task = Task.drafted(ids.next(), draft, clock.now());
        tasks.persistAndFlush(task);
        trail.note(task, "TASK_DRAFTED", by, null, task.state(), null, task.createdAt());
        return task;
    }

    /** Keeps with a draft that its work was done before. */
    @Transactional(TxType.MANDATORY)
    public void stateDone(Task task, Done done) {
        task.statedDone(done.on(), done.statedBy());
        Instant at = clock.now();
        done.proofs()
                .forEach(proof -> evidence.persist(Evidence.given(
                        ids.next(),
                        task.id(),
                        proof.measure(),
                        proof.piece(),
                        done.statedBy().name(),
                        at)));
    }

    /**
     * Issues a draft: number, snapshot of the responsible units, clocks. A task done before enters CLOSE_REQUESTED with
     * its clocks satisfied; a second person still closes it.
     *
     * @param startDay the day its limit counts from
     */
    @Transactional(TxType.MANDATORY)
    public Issued issue(Task task, List<String> responsible, LocalDate startDay, By by) {
        Instant at = clock.now();
        TaskState to = task.doneOn().isPresent() ? TaskState.CLOSE_REQUESTED : TaskState.ISSUED;
        String number = numbers.next(
                HumanNumbers.Series.TASK, task.bureau(), clock.today().getYear());
        task.issued(number, responsible, to);
        tasks.flush();
        long sequence = trail.note(task, "TASK_ISSUED", by, TaskState.DRAFT, to, null, at);
        Clocks.Started started = clocks.start(
                new ClockSpec(
                        task.id(),
                        number,
                        task.wording().title(),
                        task.limit().limit(),
                        startDay,
                        new ResponsibleOffices(task.leads(), task.responsible(), task.bureau())),
                by.acted());
        announcer.issued(task, endOfLimit(started), sequence, at);
        task.doneOn().ifPresent(on -> clocks.satisfy(task.id(), noon(on), by.acted()));
        return new Issued(task, task.doneOn().isPresent() ? List.of() : started.past());
    }

    /** The end of the limit the document states; the first action and proofs of an ongoing task are no end. */
    private static @Nullable Instant endOfLimit(Clocks.Started started) {
        return started.clocks().stream()
                .filter(view -> view.kind() == ClockKind.LIMIT)
                .findFirst()
                .map(ClockView::dueAt)
                .orElse(null);
    }

    /** Only the day is known; any moment of it is as late as the day itself. */
    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(BusinessClock.ZONE).toInstant();
    }
}
