package io.mingjing.evaluation.intake.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a rating is a valid one (有效评价), and if not, why. What was judged at intake is mixed as a column;
 * whatever is decided later is a correction line of its leaf and changes no rating.
 */
public enum Validity {
    VALID(0),
    /** From the self-test (自检). */
    TEST(1),
    /** Made up (虚假评价), as intake could tell for certain. */
    FRAUD(2),
    /** Of a time that its source does not cover (超出评价时段). */
    OUTSIDE_WINDOW(3);

    private final int code;

    Validity(int code) {
        this.code = code;
    }

    /** What stands in a box, where every byte counts. */
    public int code() {
        return code;
    }

    /** Empty for a code that is none of ours. */
    public static Optional<Validity> ofCode(int code) {
        return Arrays.stream(values()).filter(validity -> validity.code == code).findFirst();
    }
}
