package io.mingjing.evaluation.contact.application;

/** What became of something that was left with a receipt. */
public enum ContactOutcome {
    /** It waits, sealed, for the next hand-over; it may have taken the place of an earlier one. */
    SEALED,
    /** One of this receipt was handed over before; nothing changed. */
    HANDED_OVER,
    /** Nobody gave such a receipt. */
    UNKNOWN_RECEIPT
}
