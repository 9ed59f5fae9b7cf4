package io.mingjing.task.intake.domain;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Words for the reason codes of poor levels (差评原因), as the national 好差评 lists use them. A code that is not here,
 * such as one of a local list, stands for itself. Codes of good levels (3xx to 5xx) are not reasons to rectify anything.
 */
public final class PoorReasons {

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("207", "没有提供材料样本"),
            entry("208", "没有提供材料清单"),
            entry("209", "未在承诺时间内办结"),
            entry("210", "同样内容的证明材料被要求多次提交"),
            entry("211", "承诺网办但无法在线办理"),
            entry("212", "在线预约办理后到实体大厅重复取号排队"),
            entry("213", "窗口人员业务不熟练"),
            entry("214", "服务态度生硬"),
            entry("108", "在办事指南之外增加新的审批条件"),
            entry("109", "需提供办事指南之外的申报材料"),
            entry("110", "无理由超过法定办理时间"),
            entry("111", "办事指南提供样本有错"),
            entry("112", "承诺在线收取申报材料实际无法收取"),
            entry("113", "多头跑窗口和部门"),
            entry("114", "跑动次数与承诺的不一致"),
            entry("115", "服务态度差效率低"));

    private PoorReasons() {}

    /** Whether a code can be a reason of a poor rating. */
    public static boolean isPoor(String code) {
        return !code.matches("[345]\\d\\d");
    }

    public static String words(String code) {
        return WORDS.getOrDefault(code, code);
    }
}
