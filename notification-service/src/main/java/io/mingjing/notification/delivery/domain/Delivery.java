package io.mingjing.notification.delivery.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice on one channel: its state now, and the next place in its ledger. Every verb returns the line that it adds.
 *
 * <p>An attempt is claimed, made outside of any transaction, and then recorded. A sender that dies in between leaves
 * {@link State#SENDING} behind; when its lease has run out the attempt is made again under the same message id. So a
 * message goes out at least once, and exactly once unless a sender is killed in that moment.
 */
@Entity
public class Delivery {

    /** Where a delivery stands. */
    public enum State {
        QUEUED,
        SENDING,
        /** Taken by the channel's server. */
        SENT,
        /** Certainly there for the recipient. */
        DELIVERED,
        /** Given up; a dead letter that can be redriven. */
        FAILED,
        SUPERSEDED
    }

    @Id
    private UUID id;

    @Column(name = "notice_id")
    private UUID noticeId;

    @Enumerated(EnumType.STRING)
    private ChannelName channel;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;

    private int entries;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    /**
     * A delivery that has not begun.
     *
     * @param due real time of its first attempt
     */
    public Delivery(UUID id, UUID noticeId, ChannelName channel, Instant due) {
        this.id = id;
        this.noticeId = noticeId;
        this.channel = channel;
        this.state = State.QUEUED;
        this.nextTryAt = due;
    }

    public LedgerEntry created(Instant at) {
        return line(EntryKind.CREATED, at, null);
    }

    /**
     * It waits to be sent.
     *
     * @param waitingFor what for, in words; null when for nothing but its turn
     */
    public LedgerEntry queued(Instant at, @Nullable String waitingFor) {
        return line(EntryKind.QUEUED, at, waitingFor);
    }

    /** It lies where the recipient finds it. */
    public LedgerEntry delivered(Instant at) {
        return settle(State.DELIVERED, EntryKind.DELIVERED, at, null);
    }

    /** Whether a sender had it and never said what came of it. */
    public boolean outcomeUnknown() {
        return state == State.SENDING;
    }

    /** Notes that a sender died over it. */
    public LedgerEntry senderLost(Instant at) {
        return line(EntryKind.OUTCOME_UNKNOWN, at, "上次发送未留下结果，以同一编号重发");
    }

    /**
     * A sender takes it.
     *
     * @param lease real time until which nobody else does
     */
    public LedgerEntry claim(Instant at, Instant lease) {
        state = State.SENDING;
        leaseUntil = lease;
        attempts++;
        return line(EntryKind.SENDING, at, null);
    }

    /** Whether an attempt is still the sender's own to record. */
    public boolean isTrying(int attempt) {
        return state == State.SENDING && attempts == attempt;
    }

    /** The channel's server took it. */
    public LedgerEntry sent(Instant at) {
        return settle(State.SENT, EntryKind.SENT, at, null);
    }

    /**
     * It did not work, and will be tried again.
     *
     * @param next real time of the next attempt
     */
    public LedgerEntry tryLater(Instant at, Instant next, String cause) {
        state = State.QUEUED;
        nextTryAt = next;
        leaseUntil = null;
        return line(EntryKind.TRY_LATER, at, cause);
    }

    /** It did not work and is given up. */
    public LedgerEntry fail(Instant at, String cause) {
        return settle(State.FAILED, EntryKind.FAILED, at, cause);
    }

    /** Nobody is to hear any more. */
    public LedgerEntry supersede(Instant at, String cause) {
        return settle(State.SUPERSEDED, EntryKind.SUPERSEDED, at, cause);
    }

    /**
     * Somebody of operations wants a dead letter to be tried anew, with all its attempts.
     *
     * @param due real time of the next attempt
     */
    public LedgerEntry redrive(Instant at, Instant due, String by) {
        state = State.QUEUED;
        attempts = 0;
        nextTryAt = due;
        settledAt = null;
        return line(EntryKind.REDRIVEN, at, by);
    }

    public LedgerEntry read(Instant at) {
        return line(EntryKind.READ, at, null);
    }

    public LedgerEntry acknowledged(Instant at) {
        return line(EntryKind.ACKNOWLEDGED, at, null);
    }

    /** An answer that came after the attempt had been taken over by another sender. */
    public LedgerEntry lateAnswer(Instant at, String answer) {
        return line(EntryKind.OUTCOME_UNKNOWN, at, answer);
    }

    private LedgerEntry settle(State end, EntryKind kind, Instant at, @Nullable String cause) {
        state = end;
        settledAt = at;
        leaseUntil = null;
        return line(kind, at, cause);
    }

    private LedgerEntry line(EntryKind kind, Instant at, @Nullable String cause) {
        entries++;
        return new LedgerEntry(new LedgerEntry.Place(id, entries), kind, attempts, at, cause);
    }

    public UUID id() {
        return id;
    }

    public UUID noticeId() {
        return noticeId;
    }

    public ChannelName channel() {
        return channel;
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    /** Business time at which it reached its end; empty while it has not. */
    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }
}
