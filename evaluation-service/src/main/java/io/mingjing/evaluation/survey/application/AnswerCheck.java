package io.mingjing.evaluation.survey.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.evaluation.place.domain.Unit;
import io.mingjing.evaluation.survey.domain.Survey;
import io.mingjing.kernel.http.Characters;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an imported answer can be one; all its faults are named at once. */
@ApplicationScoped
class AnswerCheck {

    /** Stands where no matter was asked about. */
    static final String NO_MATTER = "-";

    private static final int NOTE = 500;
    private static final String RESPONDENT = "[\\p{L}\\p{N}._-]{1,60}";

    /** An answer in order. */
    record Checked(
            String respondent,
            String place,
            String ownerUnit,
            String matterUnit,
            String matter,
            int level,
            List<String> reasons,
            @Nullable String note,
            RaterType raterType,
            LocalDate day,
            int scaleVersion) {

        @Override
        public String toString() {
            return "Checked[]";
        }
    }

    private final Places places;
    private final Units units;
    private final Scales scales;
    private final BusinessClock clock;

    AnswerCheck(Places places, Units units, Scales scales, BusinessClock clock) {
        this.places = places;
        this.units = units;
        this.scales = scales;
        this.clock = clock;
    }

    /** @throws ProblemException 422 with every fault */
    Checked check(AnswerReport report, Survey survey) {
        List<Violation> faults = new ArrayList<>();
        String respondent =
                report.respondent() == null ? "" : report.respondent().strip();
        if (!respondent.matches(RESPONDENT)) {
            faults.add(new Violation(
                    "respondent",
                    "请填写受访者的内部编号（文字、数字和 . _ -，最多 60 个字符），不要填姓名或电话",
                    "your own number of the respondent: letters, digits and . _ -, at most 60; no name, no telephone"));
        }
        LocalDate day = report.day() == null || report.day().isAfter(clock.today()) || !survey.isNear(report.day())
                ? null
                : report.day();
        if (day == null) {
            faults.add(new Violation(
                    "day",
                    "请填写询问日期：不晚于今天，且在测评起止日期前后 30 天以内",
                    "the day of the interview: not after today, and within 30 days of the survey's own"));
        }
        LocalDate asked = day == null ? clock.today() : day;
        Scale scale = scales.on(asked);
        Scale.Level level = level(report, scale, faults);
        List<String> reasons = reasons(report, level, faults);
        RaterType raterType = raterType(report, faults);
        String note = note(report, faults);
        Optional<Where> where = where(report, asked, faults);
        Optional<Catalogue.Item> matter = matter(report, faults);
        if (!faults.isEmpty() || level == null || where.isEmpty()) {
            throw new ProblemException(
                    EvaluationProblem.NOT_A_RATING, "这条答卷有误", "The answer is not right", faults, Map.of());
        }
        return new Checked(
                respondent,
                where.get().place(),
                where.get().owner(),
                matter.flatMap(item -> item.ownerOn(asked)).orElse(where.get().owner()),
                matter.map(Catalogue.Item::code).orElse(NO_MATTER),
                level.level(),
                reasons,
                note,
                raterType,
                asked,
                scale.version());
    }

    private record Where(String place, String owner) {}

    private Optional<Where> where(AnswerReport report, LocalDate day, List<Violation> faults) {
        Optional<Where> where;
        if (report.place() != null) {
            where = places.catalogue().spot(report.place()).map(spot -> new Where(spot.code(), ownerOf(spot, day)));
        } else {
            where = Optional.ofNullable(report.unit())
                    .flatMap(units::find)
                    .filter(Unit::active)
                    .map(unit -> new Where(unit.code(), unit.code()));
        }
        if (where.isEmpty()) {
            faults.add(new Violation(
                    report.place() != null ? "place" : "unit",
                    "请填写已登记的评价点（place）或单位（unit）编码",
                    "the code of a registered place, or of a unit"));
        }
        return where;
    }

    private static String ownerOf(Spot spot, LocalDate day) {
        return spot.ownerOn(day);
    }

    private Optional<Catalogue.Item> matter(AnswerReport report, List<Violation> faults) {
        if (report.matter() == null) {
            return Optional.empty();
        }
        Optional<Catalogue.Item> matter = places.catalogue().matter(report.matter());
        if (matter.isEmpty()) {
            faults.add(new Violation("matter", "请填写已登记的事项编码，或不填", "the code of a registered matter, or none"));
        }
        return matter;
    }

    private static Scale.@Nullable Level level(AnswerReport report, Scale scale, List<Violation> faults) {
        Scale.Level level =
                report.level() == null ? null : scale.level(report.level()).orElse(null);
        if (level == null) {
            faults.add(new Violation("level", "请填写 5 至 1", "5 to 1"));
        }
        return level;
    }

    private static List<String> reasons(AnswerReport report, Scale.@Nullable Level level, List<Violation> faults) {
        Set<String> reasons = new LinkedHashSet<>();
        if (report.reasons() != null && level != null) {
            for (String reason : report.reasons()) {
                if (reason == null || !level.hasReason(reason)) {
                    faults.add(new Violation("reasons", "须为该等级所列的原因代码", "codes of reasons of that level"));
                    break;
                }
                reasons.add(reason);
            }
        }
        return List.copyOf(reasons);
    }

    private static RaterType raterType(AnswerReport report, List<Violation> faults) {
        if (report.raterType() == null) {
            return RaterType.UNKNOWN;
        }
        Optional<RaterType> type = RaterType.ofWord(report.raterType());
        if (type.isEmpty()) {
            faults.add(new Violation("raterType", "ENTERPRISE 或 INDIVIDUAL，或不填", "ENTERPRISE or INDIVIDUAL, or none"));
        }
        return type.orElse(RaterType.UNKNOWN);
    }

    private static @Nullable String note(AnswerReport report, List<Violation> faults) {
        if (report.note() == null || report.note().isBlank()) {
            return null;
        }
        String note = Characters.withPlainLineEnds(report.note()).strip();
        if (note.codePointCount(0, note.length()) > NOTE) {
            faults.add(new Violation("note", "最多 " + NOTE + " 字", "at most " + NOTE + " characters"));
        }
        try {
            Characters.refuseUnseen("note", note);
        } catch (ProblemException unseen) {
            faults.addAll(unseen.violations());
        }
        return note;
    }
}
