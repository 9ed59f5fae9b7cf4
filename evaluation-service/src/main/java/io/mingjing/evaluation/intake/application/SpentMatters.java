package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Which matter of which visit a rating spends: the intake's row keys. */
@Singleton
class SpentMatters {

    private final DayKeys days;

    SpentMatters(DayKeys days) {
        this.days = days;
    }

    /** HMAC(spend key of the day, token ‖ matter): the same for whoever rates this matter of this visit. */
    byte[] rowKey(Rated rated, String matter) {
        return of(rated, "spend", rated.spends(matter));
    }

    /** The same for whoever says of this matter of this visit that another rated it (不是我评的). */
    byte[] contestedKey(Rated rated, String matter) {
        return of(rated, "contested", rated.spends(matter));
    }

    private byte[] of(Rated rated, String purpose, String spent) {
        byte[] spend = days.find(rated.expDay())
                .orElseThrow(() -> EvaluationProblem.KEYS_LOCKED.because(
                        "该评价码当天的密钥不可用，您的评价没有提交。",
                        "The keys of this code's day are not available; your rating was not sent."))
                .spend();
        return KeyedHash.of(spend, purpose, rated.token(), spent.getBytes(StandardCharsets.UTF_8));
    }
}
