package io.mingjing.evaluation.office.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A later decision on validity (更正, R-138, R-148, R-156): so many ratings of a level in a leaf are not valid. One person
 * proposes, another decides; the leaf never changes.
 */
@Entity
@Table(name = "correction")
public class Correction {

    /** How far it is. */
    public enum State {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        PUBLISHED
    }

    @Id
    private UUID id;

    @Column(name = "leaf_id")
    private UUID leafId;

    private int level;
    private long ratings;

    @Enumerated(EnumType.STRING)
    private Ground ground;

    private String why;

    @Enumerated(EnumType.STRING)
    private State state;

    private String proposer;

    @Column(name = "proposer_name")
    private String proposerName;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    private @Nullable String decider;

    @Column(name = "decider_name")
    private @Nullable String deciderName;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_why")
    private @Nullable String decidedWhy;

    @Column(name = "line_id")
    private @Nullable UUID lineId;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Correction() {}

    /**
     * What is said of a leaf.
     *
     * @param level 5 … 1
     * @param ratings how many of the leaf's ratings at this level, at least 1
     * @param why what was found, for the second person and for oversight; never published
     */
    public record Claim(UUID leafId, int level, long ratings, Ground ground, String why) {}

    /**
     * Who acts.
     *
     * @param subject OIDC subject: two people are two subjects
     */
    public record Person(String subject, String name) {}

    public static Correction proposed(UUID id, Claim claim, Person by, Instant at) {
        Correction fresh = new Correction();
        fresh.id = id;
        fresh.leafId = claim.leafId();
        fresh.level = claim.level();
        fresh.ratings = claim.ratings();
        fresh.ground = claim.ground();
        fresh.why = claim.why();
        fresh.state = State.PROPOSED;
        fresh.proposer = by.subject();
        fresh.proposerName = by.name();
        fresh.proposedAt = at;
        return fresh;
    }

    /** Whether somebody may decide: only while it is proposed, and only another person than who proposed it. */
    public boolean awaits(Person other) {
        return state == State.PROPOSED && !proposer.equals(other.subject());
    }

    public boolean isOwn(Person person) {
        return proposer.equals(person.subject());
    }

    /** The second person's decision. Whoever calls has asked {@link #awaits}. */
    public void decide(boolean confirmed, Person by, Instant at, @Nullable String reason) {
        state = confirmed ? State.CONFIRMED : State.REFUSED;
        decider = by.subject();
        deciderName = by.name();
        decidedAt = at;
        decidedWhy = reason;
    }

    /** It went into a published line. */
    public void publishIn(UUID line) {
        state = State.PUBLISHED;
        lineId = line;
    }

    public UUID id() {
        return id;
    }

    public UUID leafId() {
        return leafId;
    }

    public int level() {
        return level;
    }

    public long ratings() {
        return ratings;
    }

    public Ground ground() {
        return ground;
    }

    public String why() {
        return why;
    }

    public State state() {
        return state;
    }

    public String proposerName() {
        return proposerName;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** OIDC subject of the second person; null until there is one. */
    public @Nullable String decider() {
        return decider;
    }

    public @Nullable String deciderName() {
        return deciderName;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String decidedWhy() {
        return decidedWhy;
    }

    public @Nullable UUID lineId() {
        return lineId;
    }
}
