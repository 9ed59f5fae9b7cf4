package io.mingjing.task.intake.domain;

import io.mingjing.task.rectification.domain.Fact;
import io.mingjing.task.rectification.domain.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A leaf in the words of a task. The words are ours. */
public final class LeafWords {

    private static final Map<String, String> LEVELS =
            Map.of("5", "非常满意", "4", "满意", "3", "基本满意", "2", "不满意", "1", "非常不满意");

    private static final Map<String, String> MATTERS = Map.of("OTHER", "其他事项", "-", "未指明事项");

    private static final Map<String, String> STREAMS = Map.of(
            "VISIT", "办件评价",
            "PLACE", "张贴码评价（未经办件核实，由市营商办转办）",
            "CONTESTED", "有争议的评价（由市营商办转办）",
            "SECOND", "追评（由市营商办转办）",
            "TELEPHONE", "电话调查",
            "THIRD_PARTY", "第三方测评");

    private LeafWords() {}

    public static String title(ClosedLeaf leaf) {
        return leaf.placeName() + "差评整改（" + leaf.span() + "，" + leaf.poor() + " 件）";
    }

    public static String text(ClosedLeaf leaf) {
        return leaf.placeName() + "在 " + leaf.span() + " 期间，" + leaf.raters() + " 人参与评价，其中差评 " + leaf.poor()
                + " 件。请核查原因，整改到位，并公开整改结果。评价人信息不提供，也不得查找评价人。";
    }

    /** What is to be done for every leaf. */
    public static List<Measure> measures(ClosedLeaf leaf) {
        return List.of(Measure.of(
                "1", "核查原因并整改", List.of("逐件核查 " + String.join("、", leaf.caseNumbers()), "整改到位，形成办事群众可以看到的整改结果")));
    }

    public static List<Fact> facts(ClosedLeaf leaf) {
        return Stream.of(
                        new Fact("评价组号", leaf.number()),
                        new Fact("评价渠道", STREAMS.getOrDefault(leaf.stream(), leaf.stream())),
                        leaf.served() > 0
                                ? new Fact("办结人次与参评人数", leaf.served() + " / " + leaf.raters())
                                : new Fact("参评人数", Long.toString(leaf.raters())),
                        new Fact("各等次", tally(leaf.levels(), code -> LEVELS.getOrDefault(code, code), "件")),
                        new Fact("差评", leaf.poor() + " 件"),
                        new Fact("差评原因", tally(poorOnly(leaf.reasons()), PoorReasons::words, "次")),
                        new Fact("涉及事项", tally(leaf.matters(), code -> MATTERS.getOrDefault(code, code), "件")),
                        new Fact("案件编号", String.join("、", leaf.caseNumbers())))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static Map<String, Long> poorOnly(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .filter(reason -> PoorReasons.isPoor(reason.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Most first, equal counts by code, so that the same leaf always reads the same. */
    private static String tally(Map<String, Long> counts, Function<String, String> words, String unit) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(count -> words.apply(count.getKey()) + " " + count.getValue() + " " + unit)
                .collect(Collectors.joining("；"));
    }
}
