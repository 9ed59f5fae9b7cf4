package io.mingjing.task.clock.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.clock.application.ClockAnnouncer.Cause;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.TimedTask;
import io.mingjing.task.clock.persistence.ClockRepository;
import io.mingjing.task.clock.persistence.TimedTaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What every change of a clock has in common: lock, entry, due day, rungs, trail, event. */
@ApplicationScoped
class ClockChange {

    static final Set<ClockState> GOING = EnumSet.of(ClockState.RUNNING, ClockState.PAUSED);

    private final TimedTaskRepository tasks;
    private final ClockRepository clocks;
    private final Rungs rungs;
    private final Calendars calendars;
    private final ClockAnnouncer announcer;
    private final BusinessClock clock;

    ClockChange(
            TimedTaskRepository tasks,
            ClockRepository clocks,
            Rungs rungs,
            Calendars calendars,
            ClockAnnouncer announcer,
            BusinessClock clock) {
        this.tasks = tasks;
        this.clocks = clocks;
        this.rungs = rungs;
        this.calendars = calendars;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Locks a task's clocks until the transaction ends; empty where it has none. */
    Optional<TimedTask> lock(UUID taskId) {
        tasks.lock(taskId);
        return tasks.findByIdOptional(taskId);
    }

    /** A task's clocks as they are, without locking them. */
    Optional<TimedTask> see(UUID taskId) {
        return tasks.findByIdOptional(taskId);
    }

    /** Clocks of a task in one of the states, the one due first before the others. */
    List<Clock> clocks(UUID taskId, Set<ClockState> states) {
        return clocks.ofTask(taskId, states);
    }

    /**
     * Changes a clock of a locked task.
     *
     * @param act adds the entry; it is given the business moment
     */
    void apply(Clock changed, Cause cause, @Nullable String why, ActedBy by, BiConsumer<Clock, Instant> act) {
        LocalDate before = changed.dueDay();
        int generation = changed.generation();
        act.accept(changed, clock.now());
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
}
