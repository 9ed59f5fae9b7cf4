package io.mingjing.evaluation.intake.domain;

/**
 * Trust classes of ratings. A leaf sums one of them; only {@link #VISIT} fills the gate of confirmed visits (anonymity
 * rule K4), every other has leaves of its own.
 */
public final class Streams {

    /** With the code of a finished visit. */
    public static final String VISIT = "VISIT";

    /** With a printed place code (评价点码) and a ticket of one scan. */
    public static final String PLACE = "PLACE";

    /** By somebody whose matter another had rated before (不是我评的). */
    public static final String CONTESTED = "CONTESTED";

    /** A second rating (追评) after the outcome is known. */
    public static final String SECOND = "SECOND";

    /** Asked by telephone (电话调查). */
    public static final String TELEPHONE = "TELEPHONE";

    /** Asked by a third party (第三方测评). */
    public static final String THIRD_PARTY = "THIRD_PARTY";

    private Streams() {}
}
