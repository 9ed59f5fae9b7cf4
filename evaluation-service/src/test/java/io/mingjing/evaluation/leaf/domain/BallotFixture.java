package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.domain.Validity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Ratings for tests of the rules. */
public final class BallotFixture {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 19);

    private BallotFixture() {}

    /** A confirmed visit's rating. */
    public static Ballot aBallot(String visit, int level) {
        return aBallot(visit, "M-1", level, List.of(), true);
    }

    public static Ballot anUncountedBallot(String visit, int level) {
        return aBallot(visit, "M-1", level, List.of(), false);
    }

    /** A confirmed visit's rating, after another matter of the visit went into an earlier leaf. */
    public static Ballot aFurtherBallot(String visit, int level) {
        Ballot one = aBallot(visit, "M-2", level, List.of(), true);
        return new Ballot(one.expDay(), one.h(), one.place(), one.rating(), one.poor(), true, true);
    }

    /** The same, judged made up at intake. */
    public static Ballot invalid(Ballot one) {
        return with(one, one.rating().withMarks(new Marks(Validity.FRAUD, Set.of(), false, false)));
    }

    /** The same, of a matter for whose procedure another unit answers. */
    public static Ballot ofUnit(Ballot one, String matterUnit) {
        RatingRecord rating = one.rating();
        return with(
                one,
                new RatingRecord(
                        rating.level(),
                        rating.reasons(),
                        rating.matter(),
                        rating.raterType(),
                        rating.pf(),
                        rating.receiptHash(),
                        rating.visitTag(),
                        rating.stream(),
                        rating.marks(),
                        rating.note(),
                        rating.visitDay(),
                        rating.ownerUnit(),
                        matterUnit,
                        rating.scaleVersion()));
    }

    private static Ballot with(Ballot one, RatingRecord rating) {
        return new Ballot(one.expDay(), one.h(), one.place(), rating, one.poor(), one.confirmed(), one.further());
    }

    public static Ballot aBallot(String visit, String matter, int level, List<String> reasons, boolean confirmed) {
        byte[] tag = visit.getBytes(StandardCharsets.UTF_8);
        RatingRecord rating = new RatingRecord(
                level,
                reasons,
                matter,
                "ENTERPRISE",
                3,
                (visit + matter).getBytes(StandardCharsets.UTF_8),
                tag,
                Streams.VISIT,
                Marks.NONE,
                null,
                DAY,
                "GY-KJJ-CGK",
                "GY-KJJ-CGK",
                1);
        return new Ballot(DAY.plusDays(3), tag, "W-1", rating, level <= 2, confirmed, false);
    }
}
