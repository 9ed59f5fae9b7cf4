package io.mingjing.evaluation.leaf.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a leaf's task (整改任务), as task-service told it.
 *
 * @param taskNumber human number of the task (任务号)
 * @param state its state, such as {@code ISSUED} or {@code CLOSED}
 * @param closeNumber its close number (销号编号); null until it is closed
 * @param words what was done, in words the visitor may read; null until it is closed
 */
public record Outcome(
        UUID leafId,
        UUID taskId,
        String taskNumber,
        String state,
        @Nullable String closeNumber,
        @Nullable String words) {}
