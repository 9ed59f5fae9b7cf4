package io.mingjing.task.rectification.web;

import static java.util.Map.entry;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException.Words;
import io.mingjing.kernel.http.UnitTree;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a task's timeline. */
public record TimelineLine(
        Instant at,
        String zh,
        String en,
        String who,
        @Nullable String why) {

    private static final Map<String, Words> ACTIONS = Map.ofEntries(
            entry("TASK_DRAFTED", new Words("起草任务", "drafted")),
            entry("TASK_ISSUED", new Words("交办", "issued")),
            entry("TASK_ACCEPTED", new Words("签收", "accepted")),
            entry("TASK_HANDED_BACK", new Words("退单", "handed back")),
            entry("TASK_REISSUED", new Words("驳回退单", "issued again")),
            entry("PROGRESS_ENTERED", new Words("登记进展", "progress entered")),
            entry("CLOSE_REQUESTED", new Words("申请销号", "close-out requested")),
            entry("CLOSE_VERIFIED", new Words("核验通过", "close-out verified")),
            entry("CLOSE_RETURNED", new Words("退回", "close-out returned")),
            entry("TASK_CLOSED", new Words("销号", "closed")),
            entry("TASK_NOTED", new Words("补充情况", "noted")),
            entry("TASK_SUSPENDED", new Words("中止办理", "suspended")),
            entry("TASK_RESUMED", new Words("恢复办理", "resumed")),
            entry("TASK_CANCELLED", new Words("撤销", "cancelled")),
            entry("CLOCK_STARTED", new Words("开始计时", "clock started")),
            entry("CLOCK_EXTENDED", new Words("延期", "limit extended")),
            entry("CLOCK_PAUSED", new Words("停止计时", "clock stopped")),
            entry("CLOCK_RESUMED", new Words("恢复计时", "clock runs again")),
            entry("CLOCK_RECOMPUTED", new Words("日历公布后重算时限", "limit recomputed")),
            entry("CLOCK_REOPENED", new Words("继续计时", "clock runs on")),
            entry("CLOCK_ACKNOWLEDGED", new Words("确认知悉", "acknowledged")),
            entry("CLOCK_CLOSED", new Words("时限要求已满足", "limit met")),
            entry("CLOCK_CANCELLED", new Words("不再计时", "clock ended")),
            entry("RUNG_REACHED", new Words("催办升级", "urged")));

    static TimelineLine of(AuditTrail.Entry entry, UnitTree units) {
        AuditTrail.Act act = entry.act();
        Words words = ACTIONS.getOrDefault(act.action(), new Words(act.action(), act.action()));
        return new TimelineLine(act.at(), words.zh(), words.en(), who(act, units), act.why());
    }

    private static String who(AuditTrail.Act act, UnitTree units) {
        String held = act.post();
        return held == null
                ? act.name()
                : Post.parse(held)
                        .map(post -> act.name() + "（" + units.nameOf(post.unit()) + " "
                                + post.role().zh() + "）")
                        .orElse(act.name());
    }
}
