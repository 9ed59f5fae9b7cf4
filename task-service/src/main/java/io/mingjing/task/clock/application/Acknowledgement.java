package io.mingjing.task.clock.application;

import static io.mingjing.task.clock.application.ClockChange.GOING;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.task.clock.application.ClockAct.Done;
import io.mingjing.task.clock.application.ClockAct.Refused;
import io.mingjing.task.clock.application.ClockAct.Why;
import io.mingjing.task.clock.application.ClockAnnouncer.Cause;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.LadderStep;
import io.mingjing.task.clock.domain.TimedTask;
import io.mingjing.task.clock.persistence.LadderRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** 知悉: an addressee of the step reached last says so, which holds the following steps back for a while. */
@ApplicationScoped
class Acknowledgement {

    private final ClockChange change;
    private final ClockReading reading;
    private final Rungs rungs;
    private final LadderRows ladders;

    Acknowledgement(ClockChange change, ClockReading reading, Rungs rungs, LadderRows ladders) {
        this.change = change;
        this.reading = reading;
        this.rungs = rungs;
        this.ladders = ladders;
    }

    /** The step a person may acknowledge now; reads only. */
    OptionalInt open(UUID taskId, Actor actor) {
        Optional<TimedTask> task = change.see(taskId);
        return task.isEmpty()
                ? OptionalInt.empty()
                : change.clocks(taskId, EnumSet.of(ClockState.RUNNING)).stream()
                        .filter(each -> isOpen(each, rungs.reached(each), task.get(), actor))
                        .mapToInt(rungs::reached)
                        .findFirst();
    }

    private boolean isOpen(Clock told, int step, TimedTask task, Actor actor) {
        return step >= 0
                && !told.ledger().acknowledged(step)
                && ladders.version(told.ladder())
                        .step(step)
                        .filter(reached -> reached.addresses(task.offices(), actor.posts()))
                        .isPresent();
    }

    ClockAct of(UUID taskId, int step, Actor actor) {
        Optional<TimedTask> task = change.lock(taskId);
        List<Clock> there = change.clocks(taskId, EnumSet.of(ClockState.RUNNING)).stream()
                .filter(each -> step >= 0 && rungs.reached(each) == step)
                .toList();
        // Several clocks of a task may stand at one step; each is acknowledged by itself, the most pressing first.
        Optional<Clock> told = there.stream()
                .filter(each -> !each.ledger().acknowledged(step))
                .findFirst()
                .or(() -> there.stream().findFirst());
        if (task.isEmpty() || told.isEmpty()) {
            return new Refused(change.clocks(taskId, GOING).isEmpty() ? Why.NO_CLOCK : Why.NOT_REACHED);
        }
        LadderStep reached = ladders.version(told.get().ladder()).step(step).orElseThrow();
        Optional<Post> post = actor.posts().stream()
                .filter(held -> reached.addresses(task.get().offices(), Set.of(held)))
                .findFirst();
        if (post.isEmpty()) {
            return new Refused(Why.NOT_ADDRESSED);
        }
        if (told.get().ledger().acknowledged(step)) {
            return new Refused(Why.ALREADY_ACKNOWLEDGED);
        }
        ActedBy by = new ActedBy(actor.subject(), actor.name(), post.get().toString());
        change.apply(
                told.get(),
                Cause.ACKNOWLEDGED,
                reached.rung().zh(),
                by,
                (clock, now) -> clock.acknowledge(step, now, by));
        return new Done(reading.of(told.get()));
    }
}
