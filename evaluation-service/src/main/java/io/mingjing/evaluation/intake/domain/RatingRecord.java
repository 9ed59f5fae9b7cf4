package io.mingjing.evaluation.intake.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one rating (评价): the content of a sealed box, and nothing of it is stored anywhere else until
 * the mixer opens it.
 *
 * @param level 5 非常满意 … 1 非常不满意
 * @param reasons codes of the reasons, of the chosen level only
 * @param matter code of the matter (事项)
 * @param raterType {@code ENTERPRISE} 办事企业, {@code INDIVIDUAL} 群众, or {@code UNKNOWN}
 * @param pf national channel code (评价渠道); 3 is the QR code
 * @param receiptHash keyed hash of the receipt code, see {@code ReceiptCodes}
 * @param visitTag keyed tag of the visit: the same for all its matters, see {@code VisitTags}
 * @param stream trust class: {@code VISIT} or {@code PLACE}
 * @param flags what the stuffing radar noticed at intake
 * @param test whether it came from the self-test
 * @param note the rater's own words; null where there are none
 * @param visitDay civil day of the visit
 * @param ownerUnit unit that owned the window on that day
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
        Set<String> flags,
        boolean test,
        @Nullable String note,
        LocalDate visitDay,
        String ownerUnit,
        int scaleVersion) {

    public static final String STREAM_VISIT = "VISIT";
    public static final int PF_QR = 3;

    public RatingRecord {
        reasons = List.copyOf(reasons);
        receiptHash = receiptHash.clone();
        visitTag = visitTag.clone();
        flags = Set.copyOf(flags);
    }

    @Override
    public byte[] receiptHash() {
        return receiptHash.clone();
    }

    @Override
    public byte[] visitTag() {
        return visitTag.clone();
    }

    /** Says nothing: a rating never reaches a log by accident. */
    @Override
    public String toString() {
        return "RatingRecord[sealed]";
    }
}
