package io.mingjing.evaluation.leaf.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rating behind a receipt (回执), as far as what is left with the receipt later has to name it. It never leaves the
 * service in clear.
 *
 * @param hash keyed hash of the receipt
 * @param place code of the place
 * @param day civil day of the visit
 * @param ownerUnit unit that owned the place on that day
 * @param matterUnit unit that answers for the procedure
 * @param coerced whether the rater told with the rating that a good one was asked for (被要求打满意)
 * @param leaf the leaf it went into; null while it is pending
 */
public record RatedReceipt(
        byte[] hash,
        String place,
        LocalDate day,
        String ownerUnit,
        String matterUnit,
        int level,
        List<String> reasons,
        boolean coerced,
        @Nullable UUID leaf) {

    public RatedReceipt {
        hash = hash.clone();
        reasons = List.copyOf(reasons);
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /** Says nothing: an opened rating never reaches a log by accident. */
    @Override
    public String toString() {
        return "RatedReceipt[opened]";
    }
}
