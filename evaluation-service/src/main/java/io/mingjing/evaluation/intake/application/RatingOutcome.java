package io.mingjing.evaluation.intake.application;

/** What became of a rating that was sent. */
public sealed interface RatingOutcome {

    /**
     * It is durable and counted once.
     *
     * @param receipt the receipt code
     * @param again whether it had been sent before, by the same page: then it is the first one's receipt, and the first
     *     one's content counts
     */
    record Accepted(String receipt, boolean again) implements RatingOutcome {

        @Override
        public String toString() {
            return "Accepted[]";
        }
    }

    /**
     * Somebody else's page rated this before (本次已评价).
     *
     * @param contestable whether the sender may say that it was another (不是我评的)
     */
    record AlreadyRated(boolean contestable) implements RatingOutcome {}
}
