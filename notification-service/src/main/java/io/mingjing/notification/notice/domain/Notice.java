package io.mingjing.notification.notice.domain;

import io.mingjing.notification.recipient.domain.Addressee;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice (通知): one person's copy of an occasion. A person has at most one of each occasion. */
@Entity
public class Notice {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "occasion_id")
    private Occasion occasion;

    private String recipient;

    @Column(name = "recipient_name")
    private String recipientName;

    @Column(name = "post_id")
    private String postId;

    private String unit;

    @Column(name = "addressed_as")
    private String addressedAs;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_cause")
    private @Nullable EndCause endedCause;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    private Notice(UUID id, Occasion occasion, Addressee to, Instant at) {
        this.id = id;
        this.occasion = occasion;
        this.recipient = to.holder().subject();
        this.recipientName = to.holder().name();
        this.postId = to.holder().postId();
        this.unit = to.holder().office().unit();
        this.addressedAs = to.addressedAs();
        this.createdAt = at;
        this.acknowledgedAt = occasion.acknowledgedAt().orElse(null);
    }

    public static Notice of(UUID id, Occasion occasion, Addressee to, Instant at) {
        return new Notice(id, occasion, to, at);
    }

    /** The same recipient hears as the holder of another post, after leaving the one it was addressed to. */
    public void addressTo(Addressee sameRecipient) {
        recipientName = sameRecipient.holder().name();
        postId = sameRecipient.holder().postId();
        unit = sameRecipient.holder().office().unit();
        addressedAs = sameRecipient.addressedAs();
    }

    /**
     * The recipient opened it.
     *
     * @return whether this was the first time
     */
    public boolean read(Instant at) {
        if (readAt != null) {
            return false;
        }
        readAt = at;
        return true;
    }

    /**
     * The ladder's step was acknowledged (已知悉) with the task.
     *
     * @return whether that was news
     */
    public boolean acknowledged(Instant at) {
        if (acknowledgedAt != null || endedAt != null) {
            return false;
        }
        acknowledgedAt = at;
        return true;
    }

    /**
     * It asks for nothing any more.
     *
     * @return whether that was news
     */
    public boolean end(EndCause cause, Instant at) {
        if (endedAt != null) {
            return false;
        }
        endedAt = at;
        endedCause = cause;
        return true;
    }

    /** Whether an acknowledgement is open: the step its ladder is at, neither acknowledged nor superseded. */
    public boolean asksForAcknowledgement() {
        return occasion.step().isPresent() && !occasion.isRaised() && acknowledgedAt == null && endedAt == null;
    }

    public UUID id() {
        return id;
    }

    public Occasion occasion() {
        return occasion;
    }

    public String recipient() {
        return recipient;
    }

    public String recipientName() {
        return recipientName;
    }

    public String postId() {
        return postId;
    }

    /** Unit of the post under which the person hears. */
    public String unit() {
        return unit;
    }

    /** As what the person hears, with the vacancy that brought it here, in words. */
    public String addressedAs() {
        return addressedAs;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> readAt() {
        return Optional.ofNullable(readAt);
    }

    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<EndCause> endedCause() {
        return Optional.ofNullable(endedCause);
    }
}
