package io.mingjing.evaluation.intake.application;

import java.time.LocalDate;

/**
 * Said in this process once a rating is durable, so that its receipt is known at once. It names the row and the receipt
 * and nothing of the rating, and goes nowhere.
 *
 * @param h key of its row
 */
public record RatingTaken(LocalDate expDay, byte[] h, byte[] receiptHash) {

    @Override
    public String toString() {
        return "RatingTaken[]";
    }
}
