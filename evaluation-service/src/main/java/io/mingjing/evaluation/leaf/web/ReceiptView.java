package io.mingjing.evaluation.leaf.web;

import io.mingjing.evaluation.leaf.domain.CityOrder;
import io.mingjing.evaluation.leaf.domain.Outcome;
import io.mingjing.evaluation.leaf.domain.ReceiptAnswer;
import io.mingjing.evaluation.leaf.domain.ReceiptStory;
import io.mingjing.kernel.http.Language;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt's answer in the reader's words.
 *
 * @param progress {@code UNKNOWN}, {@code COUNTED}, {@code NOTHING_TO_MEND}, {@code WITH_CITY_OFFICE},
 *     {@code TASK_TO_COME} or {@code TASK}
 * @param heading one line
 * @param words what it means
 * @param task number of the leaf's task; null where there is none
 * @param state state of the task, in words
 * @param closeNumber close number (销号编号); null until the task is closed
 * @param outcome what was done; null until the task is closed, or the city office is done
 * @param paraphrases what the group's own words came to (意见摘要), as the city office published it
 * @param secondUntil last day for a second rating (追评); null while none is open
 */
public record ReceiptView(
        String progress,
        String heading,
        String words,
        @Nullable String task,
        @Nullable String state,
        @Nullable String closeNumber,
        @Nullable String outcome,
        List<String> paraphrases,
        @Nullable LocalDate secondUntil) {

    static ReceiptView of(ReceiptStory story) {
        ReceiptView view = of(story.answer());
        return new ReceiptView(
                view.progress,
                view.heading,
                view.words,
                view.task,
                view.state,
                view.closeNumber,
                view.outcome,
                story.paraphrases(),
                story.secondUntil());
    }

    private static ReceiptView of(ReceiptAnswer answer) {
        return switch (answer) {
            case ReceiptAnswer.Unknown() ->
                plain(
                        "UNKNOWN",
                        say("没有找到这个回执码", "There is no such receipt code"),
                        say("请核对 13 位回执码，字母不分大小写。", "Check its 13 characters; upper or lower case does not matter."));
            case ReceiptAnswer.Counted() ->
                plain(
                        "COUNTED",
                        say("已计入，尚未到公布时点", "Counted; not yet time to publish"),
                        say(
                                "评价达到一定人数后合并公布，这样没有人能看出是谁评的。通常需要 1 至 5 个工作日。",
                                "Ratings are published together once there are enough, so that nobody can tell who rated. It usually takes 1 to 5 working days."));
            case ReceiptAnswer.NothingToMend() ->
                plain(
                        "NOTHING_TO_MEND",
                        say("已计入并公布", "Counted and published"),
                        say(
                                "与您同组公布的评价中没有差评，不产生整改任务。",
                                "No rating of your group was a poor one; there is nothing to rectify."));
            case ReceiptAnswer.WithCityOffice(CityOrder order) -> ofOrder(order);
            case ReceiptAnswer.TaskToCome() ->
                plain(
                        "TASK_TO_COME",
                        say("已计入并公布，正在交办", "Counted and published; being assigned"),
                        say(
                                "与您同组公布的评价中有差评，整改任务即将交办。",
                                "Some ratings of your group were poor; the task to mend it is being issued."));
            case ReceiptAnswer.Task(Outcome outcome) -> ofTask(outcome);
        };
    }

    private static ReceiptView ofTask(Outcome outcome) {
        boolean closed = outcome.closeNumber() != null;
        return new ReceiptView(
                "TASK",
                closed ? say("已整改销号", "Mended and closed") : say("正在整改", "Being mended"),
                say("与您同组公布的评价中有差评，由此交办了整改任务。", "Some ratings of your group were poor; this task is to mend it."),
                outcome.taskNumber(),
                state(outcome.state()),
                outcome.closeNumber(),
                outcome.words(),
                List.of(),
                null);
    }

    private static ReceiptView ofOrder(@Nullable CityOrder order) {
        boolean done = order != null && order.doneDay() != null;
        return new ReceiptView(
                "WITH_CITY_OFFICE",
                done
                        ? say("已由市营商办办结", "Dealt with by the city office")
                        : say("已计入，由市营商办办理", "Counted; with the city office"),
                say(
                        "与您同组的评价由市营商办直接办理（市营商办自办）。",
                        "The city business-environment office itself deals with your group of ratings."),
                null,
                order == null ? say("等待办理", "waiting") : done ? say("已办结", "done") : say("办理中", "in progress"),
                null,
                order == null ? null : order.words(),
                List.of(),
                null);
    }

    private static String state(String state) {
        return switch (state) {
            case "ISSUED" -> say("已交办", "issued");
            case "ACCEPTED" -> say("已签收", "accepted");
            case "CLOSE_REQUESTED" -> say("已申请销号，待核验", "waiting to be verified");
            case "VERIFIED" -> say("已核验，待销号", "verified");
            case "RETURNED" -> say("核验未通过，退回整改", "sent back to be mended");
            case "CLOSED" -> say("已销号", "closed");
            default -> say("整改中", "in progress");
        };
    }

    private static ReceiptView plain(String progress, String heading, String words) {
        return new ReceiptView(progress, heading, words, null, null, null, null, List.of(), null);
    }

    private static String say(String zh, String en) {
        return Language.current().pick(zh, en);
    }
}
