package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether a reported visit can be one: the rules, each with the words that say what would be right. */
@ApplicationScoped
class VisitCheck {

    private static final String NUMBER = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}";

    private final Places places;
    private final BusinessClock clock;

    VisitCheck(Places places, BusinessClock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** Who tells of a visit. */
    enum Reporter {
        /** The queue or approval system that the city runs: it vouches for the visit. */
        CITY_FEED,
        /** A bureau's own system. The rated side runs it and could invent visits, so it vouches for none. */
        OWN_SYSTEM,
        CLERK
    }

    /** What came of checking one report. */
    sealed interface Checked {

        record Fit(Visit visit) implements Checked {}

        record Unfit(VisitOutcome.Refused refused) implements Checked {}
    }

    /** @param reach whether visits of a unit's windows may be reported */
    Checked check(VisitReport report, Predicate<String> reach, Reporter reporter) {
        try {
            return new Checked.Fit(visit(report, reach, reporter));
        } catch (ProblemException refused) {
            String number = report.number() == null ? "" : report.number();
            return new Checked.Unfit(new VisitOutcome.Refused(number, refused));
        }
    }

    private Visit visit(VisitReport report, Predicate<String> reach, Reporter reporter) {
        String number = text("number", report.number(), "办件号", "the visit's number");
        if (!number.matches(NUMBER)) {
            throw shape("number", "办件号只能含文字、数字和 . _ -，最多 60 个字符", "letters, digits and . _ - only, at most 60");
        }
        LocalDate day = day(report);
        Catalogue.Window window = window(text("window", report.window(), "窗口编码", "a window's code"), day, reach);
        if (reporter == Reporter.OWN_SYSTEM && window.feed()) {
            throw EvaluationProblem.FEED_OF_THE_CITY.because(
                    "窗口 " + window.code() + " 的办件由市级叫号或审批系统确认，本单位系统不能代报",
                    "Visits of the window " + window.code()
                            + " are confirmed by the city's queue or approval system; a unit's own cannot report them");
        }
        boolean confirmed = reporter == Reporter.CITY_FEED;
        return new Visit(
                confirmed ? number : Visit.madeNumber(window.code(), number),
                window.code(),
                window.ownerOn(day),
                day,
                matters(report.matters()),
                raterType(report),
                confirmed);
    }

    private LocalDate day(VisitReport report) {
        if (!Boolean.TRUE.equals(report.finished())) {
            throw EvaluationProblem.VISIT_NOT_FINISHED.because(
                    "办结后才能生成评价码：finished 须为 true",
                    "A code is given out after the visit has ended: finished must be true");
        }
        LocalDate day = report.day();
        if (day == null) {
            throw shape("day", "请填写办件日期，如 2026-03-19", "give the day of the visit, such as 2026-03-19");
        }
        LocalDate today = clock.today();
        if (day.isAfter(today) || today.isAfter(CodeLife.expDay(day))) {
            throw EvaluationProblem.VISIT_DAY.because(
                    "办件日期须在今天（" + today + "）及之前 " + CodeLife.DAYS_AFTER_VISIT + " 天以内",
                    "The day of the visit must be today (" + today + ") or one of the " + CodeLife.DAYS_AFTER_VISIT
                            + " days before");
        }
        return day;
    }

    private Catalogue.Window window(String code, LocalDate day, Predicate<String> reach) {
        // A window of somebody else's unit is answered like one that does not exist.
        return places.catalogue()
                .window(code)
                .filter(window -> reach.test(window.ownerOn(day)))
                .orElseThrow(() -> EvaluationProblem.WINDOW_NOT_YOURS.because(
                        "没有登记窗口 " + code + "，或它不属于您的单位", "There is no window " + code + ", or it is not your unit's"));
    }

    private List<String> matters(@Nullable List<@Nullable String> asked) {
        Set<String> matters = new LinkedHashSet<>();
        if (asked != null) {
            for (String matter : asked) {
                String code = text("matters", matter, "事项编码", "a matter's code");
                if (places.catalogue().matter(code).isEmpty()) {
                    throw EvaluationProblem.UNKNOWN_CODE.because(
                            "事项 " + code + " 未登记", "The matter " + code + " is not registered");
                }
                matters.add(code);
            }
        }
        if (matters.isEmpty() || matters.size() > VisitCode.MAX_MATTERS) {
            throw shape(
                    "matters",
                    "请填写 1 至 " + VisitCode.MAX_MATTERS + " 个事项",
                    "give between 1 and " + VisitCode.MAX_MATTERS + " matters");
        }
        return List.copyOf(matters);
    }

    private static RaterType raterType(VisitReport report) {
        String word = report.raterType();
        return word == null
                ? RaterType.UNKNOWN
                : RaterType.ofWord(word)
                        .orElseThrow(() -> shape(
                                "raterType",
                                "请填写 ENTERPRISE（办事企业）或 INDIVIDUAL（群众），或不填",
                                "ENTERPRISE or INDIVIDUAL, or leave it out"));
    }

    private static String text(String field, @Nullable String value, String zh, String en) {
        if (value == null || value.isBlank()) {
            throw shape(field, "请填写" + zh, "give " + en);
        }
        return value.strip();
    }

    private static ProblemException shape(String field, String zh, String en) {
        return new ProblemException(
                CommonProblem.BAD_REQUEST,
                "办件内容有误：" + field,
                "The visit is not right: " + field,
                List.of(new Violation(field, zh, en)),
                Map.of());
    }
}
