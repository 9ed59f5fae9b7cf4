package io.mingjing.kernel.calendar;

/** Whether the arrangement of a year is known. */
public enum YearStatus {
    /** The State Council's notice of the year is in. */
    PUBLISHED,
    /** No notice yet: Monday to Friday are taken as worked, and what was computed with it may move. */
    PROVISIONAL
}
