package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.domain.VisitCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Which matter of which visit a rating spends: the intake's row keys. */
@ApplicationScoped
class SpentMatters {

    private final DayKeys days;

    SpentMatters(DayKeys days) {
        this.days = days;
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
}
