package io.mingjing.evaluation.leaf.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rater's own words with what they belong to, opened for the city office.
 *
 * @param words as typed
 * @param verbatim whether they may be passed on as they are (转原文)
 * @param matterUnit unit that answers for the procedure
 */
public record RaterNote(
        UUID id,
        String words,
        boolean verbatim,
        String place,
        String ownerUnit,
        String matter,
        String matterUnit,
        LocalDate day,
        int level,
        List<String> reasons) {

    public RaterNote {
        reasons = List.copyOf(reasons);
    }

    /** Says nothing: a rater's words never reach a log by accident. */
    @Override
    public String toString() {
        return "RaterNote[opened]";
    }
}
