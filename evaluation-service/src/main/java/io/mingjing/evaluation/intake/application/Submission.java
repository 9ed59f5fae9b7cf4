package io.mingjing.evaluation.intake.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rating as it is sent, by form or by program; everything may be missing or wrong.
 *
 * @param code the visit's code
 * @param matter code of the matter
 * @param level 5 … 1
 * @param reasons reason codes of that level
 * @param note the rater's own words
 * @param raterType {@code ENTERPRISE} or {@code INDIVIDUAL}, where the visit does not say
 * @param nonce what the sender keeps to get the same receipt again
 */
public record Submission(
        @Nullable String code,
        @Nullable String matter,
        @Nullable Integer level,
        @Nullable List<@Nullable String> reasons,
        @Nullable String note,
        @Nullable String raterType,
        String nonce) {

    @Override
    public String toString() {
        return "Submission[]";
    }
}
