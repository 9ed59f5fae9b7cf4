package io.mingjing.task.clock.application;

import static io.mingjing.task.clock.application.ClockChange.GOING;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.clock.application.ClockAnnouncer.Cause;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockSpec;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.clock.domain.TimedTask;
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
import java.util.OptionalInt;
import java.util.UUID;

/** What tasks ask of their clocks. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ClockDesk implements Clocks {

    private final ClockStarts starts;
    private final ClockMoves moves;
    private final Acknowledgement acknowledgement;
    private final ClockChange change;
    private final ClockReading reading;
    private final Rungs rungs;
    private final Calendars calendars;
    private final BusinessClock clock;

    ClockDesk(
            ClockStarts starts,
            ClockMoves moves,
            Acknowledgement acknowledgement,
            ClockChange change,
            ClockReading reading,
            Rungs rungs,
            Calendars calendars,
            BusinessClock clock) {
        this.starts = starts;
        this.moves = moves;
        this.acknowledgement = acknowledgement;
        this.change = change;
        this.reading = reading;
        this.rungs = rungs;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Started start(ClockSpec spec, ActedBy by) {
        starts.start(spec, by);
        return new Started(all(spec.taskId()));
    }

    @Override
    public void satisfy(UUID taskId, Instant at, ActedBy by) {
        change.lock(taskId).ifPresent(TimedTask::close);
        for (Clock going : change.clocks(taskId, GOING)) {
            change.apply(going, Cause.CLOSED, null, by, (each, now) -> each.satisfy(true, at, now, by));
        }
    }

    @Override
    public void reopen(UUID taskId, ActedBy by) {
        change.lock(taskId).ifPresent(TimedTask::reopen);
        for (Clock ended : change.clocks(taskId, EnumSet.of(ClockState.SATISFIED))) {
            if (ended.closedOut()) {
                change.apply(ended, Cause.REOPENED, null, by, (each, now) -> each.reopen(now, by));
            }
        }
    }

    @Override
    public void cancel(UUID taskId, ActedBy by) {
        change.lock(taskId).ifPresent(TimedTask::close);
        for (Clock going : change.clocks(taskId, GOING)) {
            change.apply(going, Cause.CANCELLED, null, by, (each, now) -> each.cancel(now, by));
        }
    }

    @Override
    public ClockAct pause(UUID taskId, String ground, Instant at, ActedBy by) {
        return moves.pause(taskId, ground, at, by);
    }

    @Override
    public ClockAct resume(UUID taskId, Instant at, ActedBy by) {
        return moves.resume(taskId, at, by);
    }

    @Override
    public ClockAct extend(UUID taskId, LocalDate newDueDay, String reason, ActedBy by) {
        return moves.extend(taskId, newDueDay, reason, by);
    }

    @Override
    public ClockAct acknowledge(UUID taskId, int step, Actor actor) {
        return acknowledgement.of(taskId, step, actor);
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public OptionalInt acknowledgeable(UUID taskId, Actor actor) {
        return acknowledgement.open(taskId, actor);
    }

    @Override
    public void progressed(UUID taskId, Instant at, ActedBy by) {
        change.lock(taskId);
        for (Clock going : change.clocks(taskId, GOING)) {
            if (going.owesAction(at)) {
                change.apply(going, Cause.CLOSED, null, by, (each, now) -> each.satisfy(false, at, now, by));
            } else {
                // The task's own act enters the trail; here it only buys time after an acknowledgement.
                going.progress(at, clock.now(), by);
                rungs.shift(going, calendars.calendar());
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
}
