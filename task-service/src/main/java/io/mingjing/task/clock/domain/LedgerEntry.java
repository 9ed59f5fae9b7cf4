package io.mingjing.task.clock.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a clock; entries are only ever added.
 *
 * @param at the moment it counts from, in business time
 * @param recordedAt the business moment it was written
 * @param day the new due day of an extension; null otherwise
 * @param step the ladder step that was acknowledged; null otherwise
 * @param why ground, reason or note
 */
@Embeddable
public record LedgerEntry(
        @Enumerated(EnumType.STRING) Kind kind,
        Instant at,
        @Column(name = "recorded_at") Instant recordedAt,
        @Nullable LocalDate day,
        @Nullable Integer step,
        @Nullable String why,
        @Embedded ActedBy by) {

    /** What happened. */
    public enum Kind {
        STARTED,
        PAUSED,
        RESUMED,
        EXTENDED,
        /** The calendar changed and the due day with it. */
        RECOMPUTED,
        ACKNOWLEDGED,
        PROGRESSED,
        SATISFIED,
        REOPENED,
        CANCELLED;

        /** Whether the ladder is planned anew, as a new generation. */
        public boolean plansAnew() {
            return switch (this) {
                case STARTED, PAUSED, RESUMED, EXTENDED, RECOMPUTED, REOPENED -> true;
                case ACKNOWLEDGED, PROGRESSED, SATISFIED, CANCELLED -> false;
            };
        }
    }
}
