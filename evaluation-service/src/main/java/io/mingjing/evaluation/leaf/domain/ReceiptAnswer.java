package io.mingjing.evaluation.leaf.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a receipt (回执) says. It depends on the leaf only, never on the rating: whoever looks over a rater's shoulder, or
 * makes him show it, learns that he was counted and nothing else (anonymity rule K7).
 */
public sealed interface ReceiptAnswer {

    /** We gave no such receipt, or it was mistyped. */
    record Unknown() implements ReceiptAnswer {}

    /** Counted; its leaf has not closed yet (已计入，尚未到公布时点). */
    record Counted() implements ReceiptAnswer {}

    /** Its leaf closed, and nobody in it was dissatisfied. */
    record NothingToMend() implements ReceiptAnswer {}

    /**
     * Its leaf went to the city office, which works it itself (市营商办自办).
     *
     * @param order null while the office has begun none
     */
    record WithCityOffice(@Nullable CityOrder order) implements ReceiptAnswer {}

    /** Its leaf closed; the task is about to be issued. */
    record TaskToCome() implements ReceiptAnswer {}

    /** Its leaf has a task. */
    record Task(Outcome outcome) implements ReceiptAnswer {}
}
