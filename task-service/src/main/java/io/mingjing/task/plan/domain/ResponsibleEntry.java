package io.mingjing.task.plan.domain;

import jakarta.persistence.Embeddable;

/**
 * One entry of a task's responsible sections as the plan states them.
 *
 * @param item the task's number in the plan
 * @param entry a unit's code, or the name of a {@link Collective}
 */
@Embeddable
public record ResponsibleEntry(int item, String entry) {}
