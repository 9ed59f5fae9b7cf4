package io.mingjing.task.clock.application;

import static io.mingjing.task.clock.application.ClockChange.GOING;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.application.ClockAct.Done;
import io.mingjing.task.clock.application.ClockAct.Noted;
import io.mingjing.task.clock.application.ClockAct.Refused;
import io.mingjing.task.clock.application.ClockAct.Why;
import io.mingjing.task.clock.application.ClockAnnouncer.Cause;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.TimedTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What moves a due day: pause (中止), resume (恢复) and extension (延期), each with its reasons to refuse. */
@ApplicationScoped
class ClockMoves {

    private static final int MOST_YEARS = 10;

    private final ClockStarts starts;
    private final ClockChange change;
    private final ClockReading reading;
    private final BusinessClock clock;

    ClockMoves(ClockStarts starts, ClockChange change, ClockReading reading, BusinessClock clock) {
        this.starts = starts;
        this.change = change;
        this.reading = reading;
        this.clock = clock;
    }

    ClockAct pause(UUID taskId, String ground, Instant at, ActedBy by) {
        Optional<TimedTask> task = change.lock(taskId);
        List<Clock> going = change.clocks(taskId, GOING);
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
        task.ifPresent(TimedTask::suspend);
        for (Clock each : going) {
            change.apply(each, Cause.PAUSED, ground, by, (paused, now) -> paused.pause(ground, at, now, by));
        }
        return going.isEmpty() ? new Noted() : new Done(reading.of(going.getFirst()));
    }

    ClockAct resume(UUID taskId, Instant at, ActedBy by) {
        Optional<TimedTask> task = change.lock(taskId);
        List<Clock> paused = change.clocks(taskId, EnumSet.of(ClockState.PAUSED));
        if (!paused.stream().allMatch(each -> inOrder(each, at))) {
            return new Refused(Why.OUT_OF_ORDER);
        }
        task.ifPresent(TimedTask::resume);
        for (Clock each : paused) {
            change.apply(each, Cause.RESUMED, null, by, (resumed, now) -> resumed.resume(at, now, by));
        }
        task.ifPresent(resumed -> starts.startProofOfThisQuarter(resumed, by));
        return paused.isEmpty() ? new Noted() : new Done(reading.of(paused.getFirst()));
    }

    ClockAct extend(UUID taskId, LocalDate newDueDay, String reason, ActedBy by) {
        change.lock(taskId);
        List<Clock> going = change.clocks(taskId, GOING);
        if (going.isEmpty()) {
            return new Refused(Why.NO_CLOCK);
        }
        Clock pressing = going.getFirst();
        LocalDate due = pressing.dueDay();
        if (pressing.state() == ClockState.PAUSED || due == null) {
            return new Refused(Why.PAUSED);
        }
        LocalDate today = clock.today();
        if (!newDueDay.isAfter(due) || newDueDay.isBefore(today)) {
            return new Refused(Why.NOT_LATER);
        }
        if (newDueDay.isAfter(today.plusYears(MOST_YEARS))) {
            return new Refused(Why.TOO_LATE);
        }
        change.apply(
                pressing, Cause.EXTENDED, reason, by, (extended, now) -> extended.extend(newDueDay, reason, now, by));
        return new Done(reading.of(pressing));
    }

    private boolean inOrder(Clock each, Instant at) {
        return !at.isBefore(each.ledger().last().at()) && !at.isAfter(clock.now());
    }
}
