package io.mingjing.evaluation.leaf;

import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.VisitTags;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.intake.application.ReceiptCodes;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.SealedRating;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes the ratings of {@link MixingWorld} and puts them where the intake would. */
@ApplicationScoped
public class WorldRatings {

    private static final Map<Integer, String> REASON = Map.of(1, "108", 2, "214", 3, "314", 4, "413", 5, "517");

    private final DayKeys days;
    private final VisitTags tags;
    private final Seals seals;
    private final ReceiptCodes receipts;
    private final IntakeStore intake;

    WorldRatings(DayKeys days, VisitTags tags, Seals seals, ReceiptCodes receipts, IntakeStore intake) {
        this.days = days;
        this.tags = tags;
        this.seals = seals;
        this.receipts = receipts;
        this.intake = intake;
    }

    RatingRecord ofVisit(String number, String owner, LocalDate day, String matter, int level) {
        return rating(Streams.VISIT, number, tags.tag(day, number), owner, day, matter, level);
    }

    /** Of a stream without visits: the tag is the ticket's, whatever its number. */
    RatingRecord ofTicket(String stream, String number, String owner, LocalDate day, int level) {
        byte[] tag = KeyedHash.shortOf(new byte[32], stream, number.getBytes(StandardCharsets.UTF_8));
        return rating(stream, stream + number, tag, owner, day, "M-1", level);
    }

    private RatingRecord rating(
            String stream, String number, byte[] tag, String owner, LocalDate day, String matter, int level) {
        return new RatingRecord(
                level,
                List.of(REASON.get(level)),
                matter,
                RaterType.INDIVIDUAL.name(),
                Channel.QR.pf(),
                receipts.hash(receipt(number, matter)),
                tag,
                stream,
                Marks.NONE,
                null,
                day,
                owner,
                owner,
                1);
    }

    String receipt(String number, String matter) {
        return receipts.codeFor(number.getBytes(StandardCharsets.UTF_8), matter);
    }

    void store(String place, RatingRecord rating) {
        store(place, rating, CodeLife.expDay(rating.visitDay()));
    }

    void store(String place, RatingRecord rating, LocalDate expDay) {
        byte[] h = rowKey(rating, expDay);
        List<SealedRating> row = List.of(new SealedRating(expDay, h, place, seals.seal(expDay, h, rating)));
        try {
            intake.store(row);
        } catch (SQLException idleConnectionDied) {
            storeAgain(row);
        }
    }

    /** As the group commit does. */
    private void storeAgain(List<SealedRating> row) {
        try {
            intake.store(row);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A visit's matter is spent once; a contested rating lies beside the one it contests. */
    byte[] rowKey(RatingRecord rating) {
        return rowKey(rating, CodeLife.expDay(rating.visitDay()));
    }

    private byte[] rowKey(RatingRecord rating, LocalDate expDay) {
        byte[] spend = days.find(expDay).orElseThrow().spend();
        String purpose = rating.stream().equals(Streams.CONTESTED) ? "contested" : "spend";
        return KeyedHash.of(spend, purpose, rating.visitTag(), rating.matter().getBytes(StandardCharsets.UTF_8));
    }
}
