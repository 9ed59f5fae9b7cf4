package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.domain.ReasonList;
import io.mingjing.evaluation.intake.domain.ReasonList.LocalReason;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.domain.Scale.Level;
import io.mingjing.evaluation.intake.domain.Scale.Reason;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a version of the scale or of the city's reasons must be. Tallies name a reason by its code alone, so a code keeps
 * its level and its words for ever; boxes have a fixed size, so codes and lists are short.
 */
final class ScaleRules {

    static final int MOST_REASONS = 8;

    private static final int LEVELS = 5;
    private static final String CODE = "[A-Z0-9]{1,6}";

    private ScaleRules() {}

    /** @throws ProblemException 422 with every fault */
    static void check(Scale scale, List<Scale> earlier, List<ReasonList> lists) {
        List<Violation> faults = new ArrayList<>();
        List<Integer> levels = scale.levels().stream().map(Level::level).toList();
        if (!levels.equals(
                IntStream.rangeClosed(1, LEVELS).mapToObj(n -> LEVELS + 1 - n).toList())) {
            faults.add(new Violation("levels", "须为 5、4、3、2、1 五级，由高到低", "the five levels 5 to 1, best first"));
        }
        List<Integer> values = scale.levels().stream().map(Level::value).toList();
        if (!values.stream()
                .sorted((one, other) -> other - one)
                .distinct()
                .toList()
                .equals(values)) {
            faults.add(new Violation("levels.value", "分值须由高到低递减", "values must fall from level to level"));
        }
        if (scale.poorUpTo() < 1 || scale.poorUpTo() >= LEVELS) {
            faults.add(new Violation("poorUpTo", "差评上限须为 1 至 4", "poor levels end between 1 and 4"));
        }
        Map<String, String> meanings = new HashMap<>();
        lists.forEach(
                list -> list.reasons().forEach(one -> meanings.put(one.reason().code(), "local")));
        earlier.stream().filter(one -> one.version() != scale.version()).forEach(one -> one.levels()
                .forEach(level -> level.reasons()
                        .forEach(reason -> meanings.put(reason.code(), meaning(level.level(), reason)))));
        for (Level level : scale.levels()) {
            reasons("levels[" + level.level() + "]", level.level(), level.reasons().stream(), meanings, faults);
        }
        once(scale.levels().stream().flatMap(level -> level.reasons().stream()), faults);
        refuse(faults);
    }

    /** @throws ProblemException 422 with every fault */
    static void check(ReasonList list, List<ReasonList> earlier, List<Scale> scales) {
        List<Violation> faults = new ArrayList<>();
        Map<String, String> meanings = new HashMap<>();
        scales.forEach(scale -> scale.levels()
                .forEach(level -> level.reasons().forEach(reason -> meanings.put(reason.code(), "national"))));
        earlier.stream().filter(one -> one.version() != list.version()).forEach(one -> one.reasons()
                .forEach(local -> meanings.put(local.reason().code(), meaning(local.level(), local.reason()))));
        for (LocalReason one : list.reasons()) {
            if (one.level() < ReasonList.ANY_LEVEL || one.level() > LEVELS) {
                faults.add(new Violation("reasons.level", "须为 0（各级通用）至 5", "0 (any level) to 5"));
            }
        }
        for (int level = 1; level <= LEVELS; level++) {
            int each = level;
            if (list.reasons().stream()
                            .filter(one -> one.level() == each || one.level() == ReasonList.ANY_LEVEL)
                            .count()
                    > MOST_REASONS) {
                faults.add(new Violation(
                        "reasons",
                        "每级（含各级通用的）最多 " + MOST_REASONS + " 条，第 " + each + " 级超出",
                        "at most " + MOST_REASONS + " for each level, with those of any level; level " + each
                                + " has more"));
            }
        }
        for (LocalReason one : list.reasons()) {
            reasons("reasons", one.level(), Stream.of(one.reason()), meanings, faults);
        }
        once(list.reasons().stream().map(LocalReason::reason), faults);
        refuse(faults);
    }

    private static void reasons(
            String field, int level, Stream<Reason> reasons, Map<String, String> meanings, List<Violation> faults) {
        List<Reason> all = reasons.toList();
        if (all.isEmpty() || all.size() > MOST_REASONS) {
            faults.add(new Violation(
                    field, "每级须有 1 至 " + MOST_REASONS + " 条原因", "between 1 and " + MOST_REASONS + " reasons"));
        }
        for (Reason reason : all) {
            if (!reason.code().matches(CODE)) {
                faults.add(new Violation(
                        field, "原因代码须为 1 至 6 位大写字母或数字：" + reason.code(), "codes are 1 to 6 capitals or digits"));
            }
            String known = meanings.get(reason.code());
            if (known != null && !known.equals(meaning(level, reason))) {
                faults.add(new Violation(
                        field,
                        "代码 " + reason.code() + " 已用于别的原因，请换一个代码",
                        "code " + reason.code() + " means something else already; take another"));
            }
        }
    }

    private static void once(Stream<Reason> reasons, List<Violation> faults) {
        Set<String> seen = new HashSet<>();
        reasons.map(Reason::code)
                .filter(code -> !seen.add(code))
                .forEach(code -> faults.add(
                        new Violation("reasons", "代码 " + code + " 出现两次", "code " + code + " is there twice")));
    }

    private static String meaning(int level, Reason reason) {
        return level + " " + reason.zh() + " " + reason.integrity();
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    EvaluationProblem.NOT_A_SCALE,
                    "评价等级或原因清单有误，没有保存",
                    "The scale or list of reasons is not right and was not kept",
                    faults,
                    Map.of());
        }
    }
}
