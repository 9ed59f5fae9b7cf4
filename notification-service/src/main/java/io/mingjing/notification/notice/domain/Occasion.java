package io.mingjing.notification.notice.domain;

import io.mingjing.notification.recipient.domain.Office;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An occasion (事由) to tell somebody: a fact with its words. It waits until its offices have been turned into people;
 * that happens apart from taking the fact in, because the organisation may not have been heard of yet.
 */
@Entity
public class Occasion {

    /** Where an occasion stands. */
    public enum State {
        /** Its people are still to be found. */
        WAITING,
        /** Each of its people has a notice. */
        ADDRESSED,
        /** It was superseded before or after that. */
        ENDED
    }

    @Id
    private UUID id;

    private String origin;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Column(name = "task_id")
    private @Nullable UUID taskId;

    @Embedded
    private Fact.@Nullable Step step;

    @Convert(converter = OfficesColumn.class)
    private List<Office> offices;

    @Embedded
    private Text text;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private int tries;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    private boolean raised;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_cause")
    private @Nullable EndCause endedCause;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Occasion() {}

    private Occasion(UUID id, Fact fact, Text text) {
        this.id = id;
        this.origin = fact.origin();
        this.kind = fact.kind();
        this.taskId = fact.taskId();
        this.step = fact.step();
        this.offices = fact.offices();
        this.text = text;
        this.happenedAt = fact.at();
        this.state = State.WAITING;
        this.nextTryAt = Instant.EPOCH;
    }

    /** An occasion whose people are to be found next. */
    public static Occasion of(UUID id, Fact fact, Text text) {
        return new Occasion(id, fact, text);
    }

    /** Everybody who is to hear has a notice. */
    public void addressed() {
        state = State.ADDRESSED;
    }

    /**
     * Nobody could be found yet.
     *
     * @param now real time
     */
    public void tryAgain(Instant now, Duration after) {
        tries++;
        nextTryAt = now.plus(after);
    }

    /** A person it was addressed to has left the post: its people are to be found once more. */
    public void addressAnew() {
        if (state == State.ADDRESSED) {
            state = State.WAITING;
            nextTryAt = Instant.EPOCH;
        }
    }

    /** The ladder went on to a higher step; this one can no longer be acknowledged. */
    public void raise() {
        raised = true;
    }

    /** Its step was acknowledged, whoever of its people did it; who is addressed later need not any more. */
    public void acknowledge(Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
    }

    /** Superseded. What waits is not addressed any more. */
    public void end(EndCause cause) {
        if (state != State.ENDED) {
            state = State.ENDED;
            endedCause = cause;
        }
    }

    public UUID id() {
        return id;
    }

    public String origin() {
        return origin;
    }

    public NoticeKind kind() {
        return kind;
    }

    /** The task; empty where it is about several. */
    public Optional<UUID> taskId() {
        return Optional.ofNullable(taskId);
    }

    /** The ladder's step; empty where no clock is behind it. */
    public Optional<Fact.Step> step() {
        return Optional.ofNullable(step);
    }

    /** How often nobody could be found. */
    public int tries() {
        return tries;
    }

    public List<Office> offices() {
        return List.copyOf(offices);
    }

    public boolean isRaised() {
        return raised;
    }

    /** Business time at which its step was acknowledged; empty while it was not. */
    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    public Text text() {
        return text;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public State state() {
        return state;
    }

    public Optional<EndCause> endedCause() {
        return Optional.ofNullable(endedCause);
    }
}
