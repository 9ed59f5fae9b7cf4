package io.mingjing.evaluation.leaf.domain;

/**
 * A count in rough steps, for words that leave the city office's console: 0, 1, 5, 10, 20, 50, 100 and so on. Between them
 * one rating more does not show.
 */
public final class AtLeast {

    private static final int[] STEPS = {1, 2, 5};

    private AtLeast() {}

    /** The highest step that a count has reached. 2 is none: below five it only says that there are some. */
    public static long of(long count) {
        if (count < 5) {
            return Math.min(count, 1);
        }
        long power = 1;
        while (power * 10 <= count) {
            power *= 10;
        }
        long reached = power;
        for (int step : STEPS) {
            if (step * power <= count) {
                reached = step * power;
            }
        }
        return reached;
    }
}
