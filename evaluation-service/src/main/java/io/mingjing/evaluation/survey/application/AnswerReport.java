package io.mingjing.evaluation.survey.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is imported, not yet checked: everything may be missing.
 *
 * @param respondent the importer's own number of the respondent, never a name or a telephone number; it tells repeats
 *     apart and is kept as a keyed hash only
 * @param place code of a window or rating point; null where the answer concerns a unit as a whole
 * @param unit code of the unit, where there is no place
 * @param matter code of the matter; null where none was asked about
 * @param level 5 … 1
 * @param day day on which was asked
 */
public record AnswerReport(
        @Nullable String respondent,
        @Nullable String place,
        @Nullable String unit,
        @Nullable String matter,
        @Nullable Integer level,
        @Nullable List<@Nullable String> reasons,
        @Nullable String note,
        @Nullable String raterType,
        @Nullable LocalDate day) {

    /** Says nothing: an answer never reaches a log by accident. */
    @Override
    public String toString() {
        return "AnswerReport[]";
    }
}
