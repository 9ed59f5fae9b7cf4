package io.mingjing.evaluation.office.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the city office passes on of a leaf's notes (转述, anonymity rule K9). It is published with the slot after it is
 * ready, and from then on it stays as it is.
 */
@Entity
@Table(name = "paraphrase")
public class Paraphrase {

    /** Whose words they are. */
    public enum Kind {
        /** The city office's own. */
        WORDS,
        /** Reasons the city office ticked. */
        CATEGORIES,
        /** A rater's, who asked for it (转原文). */
        VERBATIM,
        /** Nobody's: there is nothing to pass on. */
        NOTHING
    }

    /** How far it is. */
    public enum State {
        SECOND_LOOK,
        READY,
        PUBLISHED,
        DROPPED,
        SETTLED
    }

    @Id
    private UUID id;

    @Column(name = "leaf_id")
    private UUID leafId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String text;

    @Column(name = "note_ref")
    private byte @Nullable [] noteRef;

    @Enumerated(EnumType.STRING)
    private State state;

    private String author;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "ready_at")
    private @Nullable Instant readyAt;

    private @Nullable LocalDate slot;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Paraphrase() {}

    /**
     * What is passed on.
     *
     * @param noteRef keyed hash of the note whose words they are; null for all other kinds
     */
    public record Content(Kind kind, String text, byte @Nullable [] noteRef) {

        @Override
        public String toString() {
            return "Content[" + kind + "]";
        }
    }

    /**
     * @param secondLook whether another person is to look at it before it is published
     */
    public static Paraphrase written(
            UUID id, UUID leafId, Content content, String author, String authorName, boolean secondLook, Instant at) {
        Paraphrase fresh = new Paraphrase();
        fresh.id = id;
        fresh.leafId = leafId;
        fresh.kind = content.kind();
        fresh.text = content.text();
        fresh.noteRef = content.noteRef();
        fresh.author = author;
        fresh.authorName = authorName;
        fresh.state = content.kind() == Kind.NOTHING ? State.SETTLED : secondLook ? State.SECOND_LOOK : State.READY;
        fresh.readyAt = fresh.state == State.READY ? at : null;
        return fresh;
    }

    /** Whether somebody may take the second look: another person than the author. */
    public boolean awaits(String subject) {
        return state == State.SECOND_LOOK && !author.equals(subject);
    }

    /** The second look is done. Whoever calls has asked {@link #awaits}. */
    public void approve(Instant at) {
        state = State.READY;
        readyAt = at;
    }

    /** Whether it can still be taken back: not once it is published. */
    public boolean open() {
        return state == State.SECOND_LOOK || state == State.READY || state == State.SETTLED;
    }

    public void drop() {
        state = State.DROPPED;
        readyAt = null;
    }

    public void publish(LocalDate withSlot) {
        state = State.PUBLISHED;
        slot = withSlot;
    }

    public UUID id() {
        return id;
    }

    public UUID leafId() {
        return leafId;
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public State state() {
        return state;
    }

    public String author() {
        return author;
    }

    public String authorName() {
        return authorName;
    }

    public @Nullable LocalDate slot() {
        return slot;
    }

    /** Whether it passes on the note with this keyed hash. */
    public boolean passesOn(byte[] ref) {
        return Arrays.equals(noteRef, ref) && state != State.DROPPED;
    }
}
