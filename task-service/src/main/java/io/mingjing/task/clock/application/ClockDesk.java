package io.mingjing.task.clock.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.clock.application.ClockAct.Done;
import io.mingjing.task.clock.application.ClockAct.Refused;
import io.mingjing.task.clock.application.ClockAct.Why;
import io.mingjing.task.clock.application.ClockAnnouncer.Cause;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockSpec;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.clock.domain.LadderStep;
import io.mingjing.task.clock.domain.TimedTask;
import io.mingjing.task.clock.persistence.ClockRepository;
import io.mingjing.task.clock.persistence.LadderRows;
import io.mingjing.task.clock.persistence.TimedTaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What tasks ask of their clocks. Every change: lock, entry, due day, rungs, trail, event. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ClockDesk implements Clocks {

    private static final Set<ClockState> GOING = EnumSet.of(ClockState.RUNNING, ClockState.PAUSED);

    private final TimedTaskRepository tasks;
    private final ClockRepository clocks;
    private final ClockStarts starts;
    private final ClockReading reading;
    private final Rungs rungs;
    private final LadderRows ladders;
    private final Calendars calendars;
    private final ClockAnnouncer announcer;
    private final BusinessClock clock;

    ClockDesk(
            TimedTaskRepository tasks,
            ClockRepository clocks,
            ClockStarts starts,
            ClockReading reading,
            Rungs rungs,
            LadderRows ladders,
            Calendars calendars,
            ClockAnnouncer announcer,
            BusinessClock clock) {
        this.tasks = tasks;
        this.clocks = clocks;
        this.starts = starts;
        this.reading = reading;
        this.rungs = rungs;
        this.ladders = ladders;
        this.calendars = calendars;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public Started start(ClockSpec spec, ActedBy by) {
        starts.start(spec, by);
        return new Started(all(spec.taskId()));
    }

    @Override
    public void satisfy(UUID taskId, Instant at, ActedBy by) {
        task(taskId).ifPresent(TimedTask::close);
        for (Clock going : clocks.ofTask(taskId, GOING)) {
            change(going, Cause.CLOSED, null, by, each -> each.satisfy(true, at, clock.now(), by));
        }
    }

    @Override
    public void reopen(UUID taskId, ActedBy by) {
        task(taskId).ifPresent(TimedTask::reopen);
        for (Clock ended : clocks.ofTask(taskId, EnumSet.of(ClockState.SATISFIED))) {
            if (ended.closedOut()) {
                change(ended, Cause.REOPENED, null, by, each -> each.reopen(clock.now(), by));
            }
        }
    }

    @Override
    public void cancel(UUID taskId, ActedBy by) {
        task(taskId).ifPresent(TimedTask::close);
        for (Clock going : clocks.ofTask(taskId, GOING)) {
            change(going, Cause.CANCELLED, null, by, each -> each.cancel(clock.now(), by));
        }
    }

    @Override
    public ClockAct pause(UUID taskId, String ground, Instant at, ActedBy by) {
        task(taskId);
        List<Clock> going = clocks.ofTask(taskId, GOING);
        if (going.isEmpty()) {
            return new Refused(Why.NO_CLOCK);
        }
        for (Clock each : going) {
            if (each.state() == ClockState.PAUSED) {
                return new Refused(Why.PAUSED);
            }
            if (!inOrder(each, at)) {
                return new Refused(Why.OUT_OF_ORDER);
            }
            Instant dueAt = each.dueAt();
            if (dueAt != null && each.overdueAt(clock.now()) && at.isBefore(dueAt)) {
                return new Refused(Why.WOULD_UNBREACH);
            }
        }
        going.forEach(
                each -> change(each, Cause.PAUSED, ground, by, paused -> paused.pause(ground, at, clock.now(), by)));
        return new Done(reading.of(going.getFirst()));
    }

    @Override
    public ClockAct resume(UUID taskId, Instant at, ActedBy by) {
        task(taskId);
        List<Clock> paused = clocks.ofTask(taskId, EnumSet.of(ClockState.PAUSED));
        if (paused.isEmpty()) {
            return new Refused(Why.NOT_PAUSED);
        }
        if (!paused.stream().allMatch(each -> inOrder(each, at))) {
            return new Refused(Why.OUT_OF_ORDER);
        }
        paused.forEach(each -> change(each, Cause.RESUMED, null, by, runs -> runs.resume(at, clock.now(), by)));
        return new Done(reading.of(paused.getFirst()));
    }

    @Override
    public ClockAct extend(UUID taskId, LocalDate newDueDay, String reason, ActedBy by) {
        task(taskId);
        Optional<Clock> pressing = clocks.ofTask(taskId, GOING).stream().findFirst();
        if (pressing.isEmpty()) {
            return new Refused(Why.NO_CLOCK);
        }
        Clock extended = pressing.get();
        LocalDate due = extended.dueDay();
        if (extended.state() == ClockState.PAUSED || due == null) {
            return new Refused(Why.PAUSED);
        }
        LocalDate today = clock.today();
        if (!newDueDay.isAfter(due) || newDueDay.isBefore(today)) {
            return new Refused(Why.NOT_LATER);
        }
        if (newDueDay.isAfter(today.plusYears(10))) {
            return new Refused(Why.TOO_LATE);
        }
        change(extended, Cause.EXTENDED, reason, by, each -> each.extend(newDueDay, reason, clock.now(), by));
        return new Done(reading.of(extended));
    }

    @Override
    public ClockAct acknowledge(UUID taskId, int step, Actor actor) {
        Optional<TimedTask> task = task(taskId);
        Optional<Clock> found = clocks.ofTask(taskId, EnumSet.of(ClockState.RUNNING)).stream()
                .filter(each -> rungs.reached(each) == step)
                .findFirst();
        if (task.isEmpty() || found.isEmpty()) {
            return new Refused(clocks.ofTask(taskId, GOING).isEmpty() ? Why.NO_CLOCK : Why.NOT_REACHED);
        }
        Clock told = found.get();
        LadderStep reached = ladders.version(told.ladder()).step(step).orElseThrow();
        Optional<Post> post = actor.posts().stream()
                .filter(held -> reached.addresses(task.get().offices(), Set.of(held)))
                .findFirst();
        if (post.isEmpty()) {
            return new Refused(Why.NOT_ADDRESSED);
        }
        if (told.ledger().acknowledged(step)) {
            return new Refused(Why.ALREADY_ACKNOWLEDGED);
        }
        ActedBy by = new ActedBy(actor.subject(), actor.name(), post.get().toString());
        change(told, Cause.ACKNOWLEDGED, reached.rung().zh(), by, each -> each.acknowledge(step, clock.now(), by));
        return new Done(reading.of(told));
    }

    @Override
    public void progressed(UUID taskId, Instant at, ActedBy by) {
        task(taskId);
        for (Clock each : clocks.ofTask(taskId, GOING)) {
            if (each.owesAction(at)) {
                change(each, Cause.CLOSED, null, by, owed -> owed.satisfy(false, at, clock.now(), by));
            } else {
                each.progress(at, clock.now(), by);
                rungs.shift(each, calendars.calendar());
            }
        }
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ClockView> of(UUID taskId) {
        return all(taskId).stream().findFirst();
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, ClockView> of(Collection<UUID> taskIds) {
        Map<UUID, ClockView> pressing = new LinkedHashMap<>();
        reading.ofTasks(taskIds).forEach(view -> pressing.putIfAbsent(view.taskId(), view));
        return pressing;
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ClockView> all(UUID taskId) {
        return reading.ofTasks(List.of(taskId));
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRED)
    public List<DeadlineProof> explain(UUID taskId) {
        return reading.explain(taskId);
    }

    private Optional<TimedTask> task(UUID taskId) {
        tasks.lock(taskId);
        return tasks.findByIdOptional(taskId);
    }

    private void change(Clock changed, Cause cause, @Nullable String why, ActedBy by, Consumer<Clock> act) {
        LocalDate before = changed.dueDay();
        int generation = changed.generation();
        act.accept(changed);
        Calendars.Edition edition = calendars.current();
        changed.derive(edition.calendar(), edition.number());
        clocks.flush();
        if (changed.generation() == generation) {
            rungs.shift(changed, edition.calendar());
        } else {
            rungs.planAnew(changed, edition.calendar());
        }
        announcer.changed(changed, cause, before, why, by);
    }

    private boolean inOrder(Clock each, Instant at) {
        return !at.isBefore(each.ledger().last().at()) && !at.isAfter(clock.now());
    }
}
