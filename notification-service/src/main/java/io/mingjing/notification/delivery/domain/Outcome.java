package io.mingjing.notification.delivery.domain;

/** What came of one attempt. */
public sealed interface Outcome {

    /** The channel has taken it. */
    record Delivered() implements Outcome {}

    /** It may work later; nothing is known to have been taken. */
    record TryLater(String cause) implements Outcome {}

    /** It will never work as it is. */
    record Rejected(String reason) implements Outcome {}

    /** It was not tried: a later fact has superseded the notice since it was claimed. */
    record Withdrawn(String cause) implements Outcome {}
}
