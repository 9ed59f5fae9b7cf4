package io.mingjing.evaluation.intake.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one rating (评价): the content of a sealed box, and nothing of it is stored anywhere else until
 * the mixer opens it.
 *
 * @param level 5 非常满意 … 1 非常不满意
 * @param reasons codes of the reasons, of the chosen level only
 * @param matter code of the matter (事项); {@link #NO_MATTER} where a place was rated and none was named
 * @param raterType {@code ENTERPRISE} 办事企业, {@code INDIVIDUAL} 群众, or {@code UNKNOWN}
 * @param pf channel code (评价渠道), see {@code Channel}
 * @param receiptHash keyed hash of the receipt code, see {@code ReceiptCodes}
 * @param visitTag keyed tag of the visit, the same for all its matters, see {@code VisitTags}; of other streams what
 *     tells one rater from another: the ticket, the respondent
 * @param stream trust class, one of {@link Streams}
 * @param marks what was judged of it at intake, and what the rater asked for beside the rating
 * @param note the rater's own words; null where there are none
 * @param visitDay civil day of the visit
 * @param ownerUnit unit that owned the place on that day: it answers for how one was treated
 * @param matterUnit unit that owned the matter on that day: it answers for the procedure (comprehensive windows 综合窗口);
 *     the owner of the place where the matter names none
 * @param scaleVersion version of the scale the level and the reasons belong to
 */
public record RatingRecord(
        int level,
        List<String> reasons,
        String matter,
        String raterType,
        int pf,
        byte[] receiptHash,
        byte[] visitTag,
        String stream,
        Marks marks,
        @Nullable String note,
        LocalDate visitDay,
        String ownerUnit,
        String matterUnit,
        int scaleVersion) {

    /** No matter has this code. */
    public static final String NO_MATTER = "-";

    public RatingRecord {
        reasons = List.copyOf(reasons);
        receiptHash = receiptHash.clone();
        visitTag = visitTag.clone();
    }

    @Override
    public byte[] receiptHash() {
        return receiptHash.clone();
    }

    @Override
    public byte[] visitTag() {
        return visitTag.clone();
    }

    /** Whether it came from the self-test: the mixer takes it out before anything is counted. */
    public boolean test() {
        return marks.validity() == Validity.TEST;
    }

    public RatingRecord withMarks(Marks others) {
        return new RatingRecord(
                level,
                reasons,
                matter,
                raterType,
                pf,
                receiptHash,
                visitTag,
                stream,
                others,
                note,
                visitDay,
                ownerUnit,
                matterUnit,
                scaleVersion);
    }

    /** The same of the stream of contested ones, with a receipt of its own. */
    public RatingRecord contested(byte[] receiptOfItsOwn, String flag) {
        Set<String> flags = new HashSet<>(marks.flags());
        flags.add(flag);
        return new RatingRecord(
                level,
                reasons,
                matter,
                raterType,
                pf,
                receiptOfItsOwn,
                visitTag,
                Streams.CONTESTED,
                new Marks(marks.validity(), flags, marks.coerced(), marks.verbatim()),
                note,
                visitDay,
                ownerUnit,
                matterUnit,
                scaleVersion);
    }

    /** Says nothing: a rating never reaches a log by accident. */
    @Override
    public String toString() {
        return "RatingRecord[sealed]";
    }
}
