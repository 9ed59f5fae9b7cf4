package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Optional;

/** Which matter of which visit is rated already, and by whose page: the intake's row keys and what lies under them. */
@ApplicationScoped
class SpentMatters {

    private final DayKeys days;
    private final Seals seals;
    private final MixedReceipts mixed;
    private final IntakeStore store;

    SpentMatters(DayKeys days, Seals seals, MixedReceipts mixed, IntakeStore store) {
        this.days = days;
        this.seals = seals;
        this.mixed = mixed;
        this.store = store;
    }

    /** HMAC(spend key of the day, token ‖ matter): the same for whoever rates this matter of this visit. */
    byte[] rowKey(VisitCode code, String matter) {
        byte[] spend = days.find(code.expDay())
                .orElseThrow(() -> EvaluationProblem.KEYS_LOCKED.because(
                        "该评价码当天的密钥不可用，您的评价没有提交。",
                        "The keys of this code's day are not available; your rating was not sent."))
                .spend();
        return KeyedHash.of(spend, "spend", code.tokenId(), matter.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the rating under a key is the one with this receipt: in its box, or handed on by the mixer. */
    boolean belongsTo(byte[] receiptHash, LocalDate expDay, byte[] h) {
        Optional<IntakeStore.Stored> stored = store.find(expDay, h);
        if (stored.isEmpty()) {
            return false;
        }
        return stored.get()
                .box()
                .map(box -> switch (seals.open(expDay, h, box)) {
                    case Opened.Readable(RatingRecord first) -> MessageDigest.isEqual(first.receiptHash(), receiptHash);
                    case Opened.Unreadable(String cause) -> false;
                })
                .orElseGet(() -> mixed.holds(receiptHash));
    }
}
