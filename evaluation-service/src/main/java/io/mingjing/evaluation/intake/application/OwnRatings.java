package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.persistence.KnownRows;
import io.mingjing.evaluation.intake.persistence.KnownRows.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a rating is the one of the page that asks. A foreign page must not learn from the time of the answer whether
 * a matter is rated, so unrated, rated and mixed cost the same: one row looked up, one box opened, one receipt looked
 * up.
 */
@ApplicationScoped
class OwnRatings {

    private static final int REMEMBERED = 64;
    private static final byte[] NO_ROW = "no row".getBytes(StandardCharsets.UTF_8);

    private final KnownRows rows;
    private final Seals seals;
    private final MixedReceipts mixed;

    /** A box for each day that is opened where there is none. */
    private final Map<LocalDate, byte[]> standIns = new ConcurrentHashMap<>();

    OwnRatings(KnownRows rows, Seals seals, MixedReceipts mixed) {
        this.rows = rows;
        this.seals = seals;
        this.mixed = mixed;
    }

    /** Whether the rating under a key is the one with this receipt: in its box, or handed on by the mixer. */
    boolean holds(byte[] receiptHash, LocalDate expDay, byte[] h) {
        byte[] standIn = standIn(expDay);
        Optional<Stored> stored = rows.find(expDay, h);
        Optional<byte[]> box = stored.flatMap(Stored::box);
        boolean inBox = isIn(receiptHash, seals.open(expDay, box.isPresent() ? h : NO_ROW, box.orElse(standIn)));
        boolean handedOn = mixed.holds(receiptHash);
        return stored.isPresent() && (box.isPresent() ? inBox : handedOn);
    }

    private static boolean isIn(byte[] receiptHash, Opened opened) {
        return switch (opened) {
            case Opened.Readable(RatingRecord first) -> MessageDigest.isEqual(first.receiptHash(), receiptHash);
            case Opened.Unreadable(String cause) -> false;
        };
    }

    private byte[] standIn(LocalDate expDay) {
        if (standIns.size() >= REMEMBERED) {
            standIns.clear();
        }
        return standIns.computeIfAbsent(expDay, day -> seals.seal(day, NO_ROW, nothing(day)));
    }

    private static RatingRecord nothing(LocalDate day) {
        return new RatingRecord(
                5,
                List.of("517"),
                "stand-in",
                "UNKNOWN",
                Channel.QR.pf(),
                new byte[32],
                new byte[16],
                Streams.VISIT,
                Marks.NONE,
                null,
                day,
                "stand-in",
                "stand-in",
                1);
    }
}
