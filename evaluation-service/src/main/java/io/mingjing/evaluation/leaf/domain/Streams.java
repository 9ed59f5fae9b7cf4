package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.RatingRecord;

/** Trust classes of ratings as leaves know them. */
public final class Streams {

    /** Rated with the code of a finished visit. */
    public static final String VISIT = RatingRecord.STREAM_VISIT;

    private Streams() {}
}
