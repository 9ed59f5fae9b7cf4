package io.mingjing.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The clock of facts, due dates, code expiry, slots, ladders and notices. It follows the clock of the database, so that
 * all replicas agree, moved by a fixed offset where a local system was started with another {@code --now}. Signatures,
 * leases, retries and Kafka use real time instead.
 */
public interface BusinessClock {

    /** Civil time of the system: days begin and end here. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The business moment, cut to milliseconds. */
    Instant now();

    /** How far the business clock is ahead of the database's {@code now()}; for claims that SQL decides. */
    Duration offset();

    /** The civil day of {@link #now()} in {@link #ZONE}. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }
}
