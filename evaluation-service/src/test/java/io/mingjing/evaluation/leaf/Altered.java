package io.mingjing.evaluation.leaf;

import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ratings that differ from another in one respect. */
public final class Altered {

    private Altered() {}

    public static RatingRecord as(Validity validity, RatingRecord one) {
        return one.withMarks(new Marks(
                validity,
                one.marks().flags(),
                one.marks().coerced(),
                one.marks().verbatim()));
    }

    public static RatingRecord flagged(RatingRecord one, String... flags) {
        return one.withMarks(new Marks(one.marks().validity(), Set.of(flags), false, false));
    }

    /** With the chip 被要求打满意. */
    public static RatingRecord coerced(RatingRecord one) {
        return one.withMarks(new Marks(
                one.marks().validity(), one.marks().flags(), true, one.marks().verbatim()));
    }

    /** With the tick 转原文. */
    public static RatingRecord verbatim(RatingRecord one) {
        return one.withMarks(new Marks(
                one.marks().validity(), one.marks().flags(), one.marks().coerced(), true));
    }

    public static RatingRecord withNote(RatingRecord one, String note) {
        return with(one, one.reasons(), one.matter(), one.matterUnit(), note, one.stream());
    }

    public static RatingRecord ofMatter(RatingRecord one, String matter) {
        return with(one, one.reasons(), matter, one.matterUnit(), one.note(), one.stream());
    }

    public static RatingRecord withReasons(RatingRecord one, String... reasons) {
        return with(one, List.of(reasons), one.matter(), one.matterUnit(), one.note(), one.stream());
    }

    public static RatingRecord ofUnit(RatingRecord one, String matterUnit) {
        return with(one, one.reasons(), one.matter(), matterUnit, one.note(), one.stream());
    }

    /** The same visit's rating, but contested (不是我评的). */
    public static RatingRecord contested(RatingRecord one) {
        return with(one, one.reasons(), one.matter(), one.matterUnit(), one.note(), "CONTESTED");
    }

    private static RatingRecord with(
            RatingRecord one,
            List<String> reasons,
            String matter,
            String matterUnit,
            @Nullable String note,
            String stream) {
        return new RatingRecord(
                one.level(),
                reasons,
                matter,
                one.raterType(),
                one.pf(),
                one.receiptHash(),
                one.visitTag(),
                stream,
                one.marks(),
                note,
                one.visitDay(),
                one.ownerUnit(),
                matterUnit,
                one.scaleVersion());
    }
}
