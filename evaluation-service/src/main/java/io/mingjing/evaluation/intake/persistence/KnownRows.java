package io.mingjing.evaluation.intake.persistence;

import java.time.LocalDate;
import java.util.Optional;

/** What lies under the keys of the intake. */
@FunctionalInterface
public interface KnownRows {

    /** What lies under a key: a box, or nothing any more because the mixer took it. */
    record Stored(Optional<byte[]> box) {}

    /** Empty where nothing was rated under the key. */
    Optional<Stored> find(LocalDate expDay, byte[] h);
}
