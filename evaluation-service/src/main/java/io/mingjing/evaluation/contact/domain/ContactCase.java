package io.mingjing.evaluation.contact.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The city office's duty to call one rater back (anonymity rule K10): within one working day after the morning on which
 * the contact came. Where nobody answers, the next try is due a working day later; the third one ends it.
 *
 * @param dueDay last day for the next call
 * @param doneDay day on which it ended; null while it is open
 * @param calls calls so far
 */
public record ContactCase(
        UUID id, LocalDate dueDay, State state, @Nullable LocalDate doneDay, int calls) {

    /** Tries after which a rater counts as not reached. */
    public static final int TRIES = 3;

    /** How far a case is. */
    public enum State {
        OPEN,
        REACHED,
        REFUSED,
        NOT_REACHED
    }

    /** Whether a call is overdue. */
    public boolean late(LocalDate today) {
        return state == State.OPEN && today.isAfter(dueDay);
    }

    /**
     * The case after one more call.
     *
     * @param nextWorkingDay the first working day after the call
     */
    public ContactCase called(CallOutcome outcome, LocalDate day, LocalDate nextWorkingDay) {
        return switch (outcome) {
            case REACHED -> done(State.REACHED, day);
            case REFUSED -> done(State.REFUSED, day);
            case NOT_REACHED ->
                calls + 1 >= TRIES
                        ? done(State.NOT_REACHED, day)
                        : new ContactCase(id, nextWorkingDay, State.OPEN, null, calls + 1);
        };
    }

    /** The case where it ends without (another) call, because the contact goes. */
    public ContactCase given(LocalDate day) {
        return state == State.OPEN ? new ContactCase(id, dueDay, State.NOT_REACHED, day, calls) : this;
    }

    private ContactCase done(State end, LocalDate day) {
        return new ContactCase(id, dueDay, end, day, calls + 1);
    }
}
