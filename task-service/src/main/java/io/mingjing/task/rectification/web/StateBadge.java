package io.mingjing.task.rectification.web;

import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskState;

/** A task's state in words. */
public record StateBadge(String colour, String zh, String en) {

    static StateBadge of(TaskState state) {
        return new StateBadge(state == TaskState.CLOSED ? "green" : "", state.zh(), state.en());
    }

    /** An ongoing task is closed for this round only. */
    static StateBadge of(Task task) {
        return task.state() == TaskState.CLOSED && task.closesForTheRound()
                ? new StateBadge("green", "本轮销号", "closed for this round")
                : of(task.state());
    }
}
