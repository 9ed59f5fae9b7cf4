package io.mingjing.evaluation.intake.domain;

import java.util.Set;

/**
 * What lies beside a rating in its box.
 *
 * @param validity whether it counts among the valid ratings (有效评价), as judged at intake
 * @param flags what the stuffing radar noticed at intake, as short codes; they judge nothing
 * @param coerced the rater's private chip 被要求打满意: for the city office only, in no count
 * @param verbatim whether the rater's own words may be passed on as they are (转原文)
 */
public record Marks(Validity validity, Set<String> flags, boolean coerced, boolean verbatim) {

    /** A valid rating with nothing beside it. */
    public static final Marks NONE = new Marks(Validity.VALID, Set.of(), false, false);

    /** One of the self-test. */
    public static final Marks TEST = new Marks(Validity.TEST, Set.of(), false, false);

    public Marks {
        flags = Set.copyOf(flags);
    }
}
