package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import java.time.LocalDate;

/**
 * A pending rating as the mixer holds it in memory, opened, with the row its box lies in. Never stored like this.
 *
 * @param confirmed whether its visit counts for a gate (anonymity rule K4): confirmed by the independent feed, or made
 *     by a clerk at a place without one; always true for a ticket of a place code
 */
public record Ballot(LocalDate expDay, byte[] h, String place, RatingRecord rating, boolean confirmed) {

    /** Levels from which a rating is poor (差评): 2 不满意 and 1 非常不满意, as the national scale has it. */
    public static final int POOR = 2;

    public boolean poor() {
        return rating.level() <= POOR;
    }

    /** Says nothing: an opened rating never reaches a log by accident. */
    @Override
    public String toString() {
        return "Ballot[opened]";
    }
}
