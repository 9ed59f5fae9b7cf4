package io.mingjing.task.clock.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.ClockSpec;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.DeadlineProof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The clocks of tasks: started from a limit, derived from a ledger, each with the rungs of its ladder. Every change joins
 * the caller's transaction (it fails without one), is audited on {@code task:<id>} and announced as {@code ClockChanged};
 * pending rungs follow in the same transaction. A caller that changes the task too does so before or after, as it likes.
 */
public interface Clocks {

    /**
     * What was started.
     *
     * @param clocks none for {@code NotStated}; first action and proofs for {@code ImmediateAndOngoing}
     */
    record Started(List<ClockView> clocks) {

        public Started {
            clocks = List.copyOf(clocks);
        }

        /** Those that were past already: they belong into one summary, none of their passed steps ever fires. */
        public List<ClockView> past() {
            return clocks.stream().filter(ClockView::overdue).toList();
        }
    }

    /** Starts the clocks of a task that has none. */
    Started start(ClockSpec spec, ActedBy by);

    /**
     * Close-out was asked for or reached: every clock of the task that has not ended is satisfied and no rung fires any
     * more. Calling it again changes nothing.
     *
     * @param at when the work was done; decides whether it was late
     */
    void satisfy(UUID taskId, Instant at, ActedBy by);

    /** A close-out was refused (退回): what the last {@link #satisfy} ended runs again and its due day stays. */
    void reopen(UUID taskId, ActedBy by);

    /** The task no longer matters: its clocks end without being satisfied. */
    void cancel(UUID taskId, ActedBy by);

    /**
     * Stops the clocks on a lawful ground (中止); a day counts if the clock runs at its 24:00. Where none is going, and for
     * proofs that would come to be owed, nothing starts until {@link #resume}.
     *
     * @param ground ground and document, such as 委托鉴定（函〔2026〕3号）
     */
    ClockAct pause(UUID taskId, String ground, Instant at, ActedBy by);

    /** Lets paused clocks run again, each with a new generation of the ladder, and starts this quarter's proof if owed. */
    ClockAct resume(UUID taskId, Instant at, ActedBy by);

    /** Moves the due day of the most pressing clock (延期); the old one stays in the ledger. */
    ClockAct extend(UUID taskId, LocalDate newDueDay, String reason, ActedBy by);

    /**
     * An addressee of the step reached last acknowledges it (知悉): the next step comes at least two working days later,
     * and no later than that unless {@link #progressed} follows.
     */
    ClockAct acknowledge(UUID taskId, int step, Actor actor);

    /** The step a person may acknowledge now: reached last, addressed to one of the person's posts, not acknowledged. */
    OptionalInt acknowledgeable(UUID taskId, Actor actor);

    /** Progress was entered: a first action or a quarter's proof where one is owed, and time after an acknowledgement. */
    void progressed(UUID taskId, Instant at, ActedBy by);

    /** The most pressing clock of a task: the earliest due of those that run, otherwise the last to end. */
    Optional<ClockView> of(UUID taskId);

    /** The same for many tasks, by task; tasks without a clock are missing. */
    Map<UUID, ClockView> of(Collection<UUID> taskIds);

    /** All clocks of a task, oldest due first. */
    List<ClockView> all(UUID taskId);

    /** Day by day, why each clock of a task is due when it is; of the pressing one first. */
    List<DeadlineProof> explain(UUID taskId);
}
