package io.mingjing.task.rectification.domain;

import io.mingjing.task.clock.domain.Limit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tasks for tests of the domain. */
final class TaskFixture {

    static final Requester REQUESTER = new Requester("who-asked", "申请人");

    private TaskFixture() {}

    /** A task with two measures, brought into a state. */
    static Task inState(TaskState state) {
        return inState(state, TaskSource.PLAN);
    }

    static Task inState(TaskState state, TaskSource source) {
        Task task = Task.drafted(
                new UUID(0, 1),
                new TaskDraft(
                        new Origin(source, new UUID(0, 2), 1),
                        "GY-KJJ",
                        new Wording("(一)", "强化组织领导", "召开局党组会", "资管科", "各科室"),
                        List.of("GY-KJJ-ZGK"),
                        List.of("GY-KJJ-CGK"),
                        TimeLimit.of(null, new Limit.NotStated()),
                        List.of(
                                Measure.of("1.1", null, List.of("召开局党组会")),
                                Measure.of("1.2", "制定方案", List.of("制定整改方案"))),
                        List.of()),
                Instant.EPOCH);
        task.requestedBy(REQUESTER);
        task.moveTo(state);
        return task;
    }
}
