package io.mingjing.evaluation.intake.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One row of the intake.
 *
 * @param place code of the window
 */
public record SealedRating(LocalDate expDay, byte[] h, String place, byte[] box) {

    /** Order in which rows are written: the same in every batch, so that no two can wait for each other. */
    public static final Comparator<SealedRating> BY_KEY =
            Comparator.comparing(SealedRating::expDay).thenComparing(SealedRating::h, Arrays::compareUnsigned);

    public boolean hasKeyOf(SealedRating other) {
        return expDay.equals(other.expDay) && Arrays.equals(h, other.h);
    }

    @Override
    public String toString() {
        return "SealedRating[]";
    }
}
