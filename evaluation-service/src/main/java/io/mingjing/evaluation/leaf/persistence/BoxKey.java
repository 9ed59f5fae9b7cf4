package io.mingjing.evaluation.leaf.persistence;

import java.time.LocalDate;

/** The row of a box. */
public record BoxKey(LocalDate expDay, byte[] h) {}
