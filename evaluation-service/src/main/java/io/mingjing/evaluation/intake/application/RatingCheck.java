package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.kernel.http.Characters;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for what a rater sends: the same for every level. All faults are named at once. */
@Singleton
class RatingCheck {

    /** Most characters of a note, as a person counts them. */
    static final int NOTE = 500;

    /** What was sent, in order; {@code verbatim} only where there are words. */
    record Checked(
            int level,
            List<String> reasons,
            RaterType raterType,
            @Nullable String note,
            boolean coerced,
            boolean verbatim) {

        @Override
        public String toString() {
            return "Checked[]";
        }
    }

    /** @throws ProblemException 422 with every fault */
    Checked check(Submission sent, Scale scale, RaterType ofVisit) {
        List<Violation> faults = new ArrayList<>();
        Scale.Level level = level(sent, scale, faults);
        List<String> reasons = reasons(sent, level, faults);
        RaterType raterType = raterType(sent, ofVisit, faults);
        String note = note(sent.note(), faults);
        if (level == null || !faults.isEmpty()) {
            throw new ProblemException(
                    EvaluationProblem.NOT_A_RATING,
                    "评价没有提交，请改正后重新提交",
                    "The rating was not sent; correct it and send it again",
                    faults,
                    Map.of());
        }
        return new Checked(level.level(), reasons, raterType, note, sent.coerced(), sent.verbatim() && note != null);
    }

    private static Scale.@Nullable Level level(Submission sent, Scale scale, List<Violation> faults) {
        Scale.Level level =
                sent.level() == null ? null : scale.level(sent.level()).orElse(null);
        if (level == null) {
            faults.add(new Violation("level", "请选择满意程度（5 至 1）", "choose how satisfied you are (5 to 1)"));
        }
        return level;
    }

    private static List<String> reasons(Submission sent, Scale.@Nullable Level level, List<Violation> faults) {
        Set<String> reasons = new LinkedHashSet<>();
        if (sent.reasons() != null && level != null) {
            for (String reason : sent.reasons()) {
                if (reason == null || !level.hasReason(reason)) {
                    faults.add(new Violation(
                            "reasons",
                            "只能选择“" + level.zh() + "”所列的原因",
                            "choose from the reasons listed for \"" + level.en() + "\""));
                    break;
                }
                reasons.add(reason);
            }
        }
        return List.copyOf(reasons);
    }

    private static RaterType raterType(Submission sent, RaterType ofVisit, List<Violation> faults) {
        if (sent.raterType() == null || sent.raterType().isEmpty()) {
            return ofVisit;
        }
        RaterType said = RaterType.ofWord(sent.raterType()).orElse(null);
        if (said == null) {
            faults.add(new Violation(
                    "raterType",
                    "请选择办事企业（ENTERPRISE）或群众（INDIVIDUAL），也可不选",
                    "choose ENTERPRISE or INDIVIDUAL, or neither"));
            return ofVisit;
        }
        return ofVisit == RaterType.UNKNOWN ? said : ofVisit;
    }

    private static @Nullable String note(@Nullable String sent, List<Violation> faults) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String note = Characters.withPlainLineEnds(sent).strip();
        int length = note.codePointCount(0, note.length());
        if (length > NOTE) {
            faults.add(new Violation(
                    "note",
                    "意见最多 " + NOTE + " 字，现有 " + length + " 字，请删减",
                    "at most " + NOTE + " characters; these are " + length));
        }
        try {
            Characters.refuseUnseen("note", note);
        } catch (ProblemException unseen) {
            faults.addAll(unseen.violations());
        }
        if (note.codePoints().anyMatch(RatingCheck::marksDirection)) {
            faults.add(new Violation(
                    "note", "含有不可见的文字方向标记，请删除后重试", "contains invisible marks of writing direction; remove them"));
        }
        return note;
    }

    private static boolean marksDirection(int character) {
        return character == 0x200E || character == 0x200F || character == 0x061C;
    }
}
