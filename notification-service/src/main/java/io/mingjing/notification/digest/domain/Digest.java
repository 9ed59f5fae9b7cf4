package io.mingjing.notification.digest.domain;

import java.time.Instant;

/**
 * What the city office is told at a full hour. Counts are rough: at least so many.
 *
 * @param hour full hour
 * @param fresh poor ratings (差评) since the last digest
 * @param waiting poor ratings that no leaf has taken
 * @param oldest working days since the visit of the one that waits longest
 */
public record Digest(Instant hour, long fresh, long waiting, int oldest) {

    private static final int FIRST_STEP = 5;

    public boolean isNews() {
        return fresh > 0;
    }

    public String freshWords() {
        return words(fresh);
    }

    public String waitingWords() {
        return words(waiting);
    }

    private static String words(long atLeast) {
        return atLeast < FIRST_STEP ? "不足" + FIRST_STEP + "条" : atLeast + "条以上";
    }

    @Override
    public String toString() {
        return "Digest[not to be logged]";
    }
}
