package io.mingjing.kernel.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The append-only trail of every state change, hash-chained per aggregate; it is also the aggregate's timeline. */
public interface AuditTrail {

    /**
     * One act.
     *
     * @param aggregate kind and id, such as {@code task:2f…}
     * @param action what was done, past tense, such as {@code TASK_ACCEPTED}
     * @param subject OIDC subject of the person, or {@code system}
     * @param name the person's name as signed in
     * @param post the post it was done under, such as {@code section@GY-KJJ-ZGK}; null for the system
     * @param from state or value before; null where there is none
     * @param to state or value after
     * @param why reason or note
     */
    record Act(
            String aggregate,
            String action,
            String subject,
            String name,
            @Nullable String post,
            @Nullable String from,
            @Nullable String to,
            @Nullable String why,
            Instant at) {}

    /** An act in its place in the chain. */
    record Entry(long sequence, Act act, String hash) {}

    /**
     * Appends to the running transaction.
     *
     * @return its sequence within the aggregate, from 1; also the {@code ce_sequence} of the event it led to
     */
    long append(Act act);

    /** Entries of one aggregate, oldest first, after a sequence. */
    List<Entry> read(String aggregate, long afterSequence, int limit);
}
