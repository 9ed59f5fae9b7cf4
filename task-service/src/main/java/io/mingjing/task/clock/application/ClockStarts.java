package io.mingjing.task.clock.application;

import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.ClockRule;
import io.mingjing.task.clock.domain.ClockSpec;
import io.mingjing.task.clock.domain.Limit;
import io.mingjing.task.clock.domain.Quarter;
import io.mingjing.task.clock.domain.TimedTask;
import io.mingjing.task.clock.persistence.ClockRepository;
import io.mingjing.task.clock.persistence.LadderRows;
import io.mingjing.task.clock.persistence.TimedTaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts clocks: those of a new task, and each quarter the one for the proof that 长期坚持 owes. */
@ApplicationScoped
public class ClockStarts {

    private static final int BATCH = 200;

    private final TimedTaskRepository tasks;
    private final ClockRepository clocks;
    private final LimitPolicies policies;
    private final LadderRows ladders;
    private final Rungs rungs;
    private final Calendars calendars;
    private final ClockAnnouncer announcer;
    private final BusinessClock clock;
    private final Ids ids;

    ClockStarts(
            TimedTaskRepository tasks,
            ClockRepository clocks,
            LimitPolicies policies,
            LadderRows ladders,
            Rungs rungs,
            Calendars calendars,
            ClockAnnouncer announcer,
            BusinessClock clock,
            Ids ids) {
        this.tasks = tasks;
        this.clocks = clocks;
        this.policies = policies;
        this.ladders = ladders;
        this.rungs = rungs;
        this.calendars = calendars;
        this.announcer = announcer;
        this.clock = clock;
        this.ids = ids;
    }

    void start(ClockSpec spec, ActedBy by) {
        TimedTask task = TimedTask.of(spec);
        tasks.persist(task);
        switch (spec.limit()) {
            case Limit.NotStated() -> {}
            case Limit.FixedDate date -> start(task, ClockKind.LIMIT, null, new ClockRule.UntilDay(date.lastDay()), by);
            case Limit.WorkingDays days -> start(task, ClockKind.LIMIT, null, budget(task, days), by);
            case Limit.ImmediateAndOngoing() -> {
                Limit.WorkingDays days = policies.firstAction(spec.startDay());
                start(task, ClockKind.FIRST_ACTION, null, budget(task, days), by);
                startProofs(task, by);
            }
        }
        clocks.flush();
    }

    /**
     * Starts the clocks of this quarter's proofs where they are missing.
     *
     * @return how many tasks; at most one batch, so call again while there are any
     */
    @Transactional
    public int startOwedProofs() {
        List<UUID> owing = tasks.lockOwingProof(Quarter.of(clock.today()), BATCH);
        owing.forEach(taskId -> startProofs(tasks.findById(taskId), ActedBy.SYSTEM));
        return owing.size();
    }

    /** What a task owes again once it is resumed: quarters that went by meanwhile are owed no more. */
    void startProofOfThisQuarter(TimedTask task, ActedBy by) {
        if (task.owesProofs()) {
            startProofs(task, List.of(Quarter.of(clock.today())), by);
        }
    }

    /**
     * The quarter of the start owes the first action, every later one a proof. A task that comes in late starts with the
     * last quarter that is over and the present one: older ones say nothing that these do not.
     */
    private void startProofs(TimedTask task, ActedBy by) {
        Quarter present = Quarter.of(clock.today());
        startProofs(task, List.of(present.previous(), present), by);
    }

    private void startProofs(TimedTask task, List<Quarter> quarters, ActedBy by) {
        Quarter first = Quarter.of(task.startDay()).next();
        for (Quarter quarter : quarters) {
            boolean owed = !quarter.firstDay().isBefore(first.firstDay());
            if (owed && clocks.count("taskId = ?1 and period = ?2", task.taskId(), quarter.toString()) == 0) {
                start(task, ClockKind.PROOF, quarter, new ClockRule.UntilDay(quarter.lastDay()), by);
            }
        }
    }

    private void start(TimedTask task, ClockKind kind, @Nullable Quarter period, ClockRule rule, ActedBy by) {
        Calendars.Edition edition = calendars.current();
        Clock started = Clock.started(
                ids.next(), task.taskId(), kind, period, rule, ladders.effective(clock.today()), clock.now(), by);
        started.derive(edition.calendar(), edition.number());
        clocks.persistAndFlush(started);
        announcer.started(started, by);
        rungs.planAnew(started, edition.calendar());
    }

    private static ClockRule budget(TimedTask task, Limit.WorkingDays days) {
        return new ClockRule.WorkingDayBudget(task.startDay(), days.days(), days.startDay());
    }
}
