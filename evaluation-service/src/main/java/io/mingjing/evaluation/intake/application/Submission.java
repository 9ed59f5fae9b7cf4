package io.mingjing.evaluation.intake.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rating as it is sent, by form or by program; everything may be missing or wrong.
 *
 * @param code the visit's code, or the code of a place
 * @param ticket of a place: the one that its scan gave
 * @param matter code of the matter; at a place it may be left out
 * @param level 5 … 1
 * @param reasons reason codes of that level
 * @param note the rater's own words
 * @param raterType {@code ENTERPRISE} or {@code INDIVIDUAL}, where the visit does not say
 * @param coerced the private chip 被要求打满意
 * @param verbatim whether the words may be passed on as they are (转原文)
 * @param contested whether the rater says that another rated the matter (不是我评的)
 */
public record Submission(
        @Nullable String code,
        @Nullable String ticket,
        @Nullable String matter,
        @Nullable Integer level,
        @Nullable List<@Nullable String> reasons,
        @Nullable String note,
        @Nullable String raterType,
        boolean coerced,
        boolean verbatim,
        boolean contested) {

    @Override
    public String toString() {
        return "Submission[]";
    }
}
