package io.mingjing.task.rectification.application;

import static java.util.stream.Collectors.joining;

import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.rectification.domain.Party;
import io.mingjing.task.rectification.domain.Ruling;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskAct;
import io.mingjing.task.rectification.domain.Transitions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in words why an act is refused, and what would be right. */
final class Refusals {

    private Refusals() {}

    static Ruling.Allowed allowedOrThrow(Ruling ruling, Task task, TaskAct act) {
        return switch (ruling) {
            case Ruling.Allowed allowed -> allowed;
            case Ruling.WrongState wrong ->
                throw new ProblemException(
                        TaskProblem.WRONG_STATE,
                        "任务现在是“" + wrong.now().zh() + "”，不能" + act.zh(),
                        "The task is " + wrong.now().en() + " and cannot be acted on so: " + act.en(),
                        List.of(),
                        Map.of("state", wrong.now().name(), "version", task.version()));
            case Ruling.NotTheirs notTheirs -> {
                Set<Party> theirs = Transitions.doers(act, task.origin().source());
                throw new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "“" + act.zh() + "”应由" + theirs.stream().map(Party::zh).collect(joining("、")) + "办理",
                        "This is for others to do (" + act.en() + "): "
                                + theirs.stream().map(Party::en).collect(joining(", ")));
            }
            case Ruling.SamePerson samePerson ->
                throw new ProblemException(
                        TaskProblem.SAME_PERSON,
                        "销号是您本人申请的，按“两人办理”要求，须由另一人" + act.zh(),
                        "You asked for this close-out yourself; somebody else must do this: " + act.en());
            case Ruling.EvidenceMissing missing ->
                throw new ProblemException(
                        TaskProblem.EVIDENCE_MISSING,
                        TaskProblem.EVIDENCE_MISSING.zh(),
                        TaskProblem.EVIDENCE_MISSING.en(),
                        missing.measures().stream()
                                .map(number -> new Violation(
                                        "measures[" + number + "]",
                                        "措施 " + number + " 还没有佐证材料，请先登记进展并附佐证",
                                        "Measure " + number
                                                + " has no evidence yet; enter progress with evidence first"))
                                .toList(),
                        Map.of());
        };
    }
}
