package io.mingjing.evaluation.leaf.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;

/**
 * The ISO weeks a leaf spans, such as {@code 2026-W11}: as near in time as anything published ever comes.
 *
 * @param first week of the first day
 * @param last week of the last day, included
 */
public record Weeks(String first, String last) {

    private static final int WEEK_LENGTH = "2026-W11".length();

    /**
     * @param days at least one
     */
    public static Weeks of(Collection<LocalDate> days) {
        return new Weeks(week(Collections.min(days)), week(Collections.max(days)));
    }

    private static String week(LocalDate day) {
        return DateTimeFormatter.ISO_WEEK_DATE.format(day).substring(0, WEEK_LENGTH);
    }
}
