package io.mingjing.evaluation.intake.domain;

/** What came of opening a box. */
public sealed interface Opened {

    record Readable(RatingRecord rating) implements Opened {}

    /**
     * The box is damaged, was moved to another row, or its key is gone.
     *
     * @param cause for the operator; says nothing about the content
     */
    record Unreadable(String cause) implements Opened {}
}
