package io.mingjing.notification.delivery.domain;

/** What a line of the ledger records. */
public enum EntryKind {
    CREATED,
    QUEUED,
    SENDING,
    /** A sender died between sending and noting it: nobody knows whether the message went out. */
    OUTCOME_UNKNOWN,
    TRY_LATER,
    SENT,
    DELIVERED,
    READ,
    ACKNOWLEDGED,
    FAILED,
    SUPERSEDED,
    REDRIVEN
}
