package io.mingjing.notification.delivery.api;

import io.mingjing.notification.delivery.domain.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice with the proof of its delivery.
 *
 * @param words null for who may see that a notice went out but not what it says
 * @param ledgers one for each channel
 */
public record NoticeProof(NoticeEntry notice, @Nullable Words words, List<ChannelLedger> ledgers) {

    public NoticeProof {
        ledgers = List.copyOf(ledgers);
    }

    /** What it says, and in which version of which template. */
    public record Words(String template, int version, String subject, String body, String link) {}

    /** Everything that happened on one channel, oldest first. */
    public record ChannelLedger(String channel, List<Line> lines) {

        public ChannelLedger {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a ledger.
     *
     * @param attempt number of the attempt so far, 0 before the first
     */
    public record Line(
            int position,
            String kind,
            int attempt,
            Instant at,
            @Nullable String cause) {

        static Line of(LedgerEntry entry) {
            return new Line(
                    entry.place().position(),
                    entry.kind().name(),
                    entry.attempt(),
                    entry.at(),
                    entry.cause().orElse(null));
        }
    }
}
