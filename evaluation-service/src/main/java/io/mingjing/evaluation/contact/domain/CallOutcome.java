package io.mingjing.evaluation.contact.domain;

/** What came of a call to a rater (回访). */
public enum CallOutcome {
    /** 已接通. */
    REACHED,
    /** 未接通. */
    NOT_REACHED,
    /** 不愿受访. */
    REFUSED
}
