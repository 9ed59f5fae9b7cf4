package io.mingjing.task.plan.domain;

import jakarta.persistence.Embeddable;

/** A part of the plan that is not a task, such as 指导思想, kept verbatim. */
@Embeddable
public record Narrative(String heading, String text) {}
