package io.mingjing.evaluation.office.domain;

import java.time.Instant;

/**
 * What discipline did about an integrity matter, opened from its seal.
 *
 * @param state how far the matter is with it
 * @param words what was done
 */
public record IntegrityStep(IntegrityState state, String words, String subject, String name, String post, Instant at) {

    /** Says nothing of what is sealed. */
    @Override
    public String toString() {
        return "IntegrityStep[opened]";
    }
}
