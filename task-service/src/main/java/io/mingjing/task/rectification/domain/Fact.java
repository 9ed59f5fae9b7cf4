package io.mingjing.task.rectification.domain;

import jakarta.persistence.Embeddable;

/** A fact a task was opened on, such as the counts of a leaf: a label and its words. */
@Embeddable
public record Fact(String label, String value) {}
