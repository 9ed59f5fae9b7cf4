package io.mingjing.notification.delivery.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a delivery's ledger: written once, never changed. */
@Entity
@Table(name = "delivery_entry")
public class LedgerEntry {

    /** Place of a line in the ledger of its delivery, from 1. */
    @Embeddable
    public record Place(@Column(name = "delivery_id") UUID deliveryId, int position) {}

    @EmbeddedId
    private Place place;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private int attempt;

    private Instant at;

    private @Nullable String cause;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected LedgerEntry() {}

    LedgerEntry(Place place, EntryKind kind, int attempt, Instant at, @Nullable String cause) {
        this.place = place;
        this.kind = kind;
        this.attempt = attempt;
        this.at = at;
        this.cause = cause;
    }

    public Place place() {
        return place;
    }

    public EntryKind kind() {
        return kind;
    }

    /** Number of the attempt so far, 0 before the first. */
    public int attempt() {
        return attempt;
    }

    /** Business time. */
    public Instant at() {
        return at;
    }

    public Optional<String> cause() {
        return Optional.ofNullable(cause);
    }
}
