package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** Boxes under the seal key of their expiry day. */
@Singleton
class DaySeals implements Seals {

    private final DayKeys days;

    DaySeals(DayKeys days) {
        this.days = days;
    }

    @Override
    public byte[] seal(LocalDate expDay, byte[] h, RatingRecord rating) {
        byte[] key = days.find(expDay)
                .orElseThrow(() -> EvaluationProblem.KEYS_LOCKED.because(
                        "该评价码当天的密钥不可用，您的评价没有提交。",
                        "The keys of this code's day are not available; your rating was not sent."))
                .seal();
        return AesGcm.seal(key, h, BoxContent.write(rating));
    }

    @Override
    public Opened open(LocalDate expDay, byte[] h, byte[] box) {
        Optional<DayKeys.Keys> keys = days.find(expDay);
        if (keys.isEmpty()) {
            return new Opened.Unreadable("the keys of the day are gone");
        }
        Optional<byte[]> content = AesGcm.open(keys.get().seal(), h, box);
        if (content.isEmpty()) {
            return new Opened.Unreadable("the box does not open with the key of its day and its row");
        }
        try {
            return new Opened.Readable(BoxContent.read(content.get()));
        } catch (IOException damaged) {
            return new Opened.Unreadable("the content of the box is not a rating");
        }
    }
}
