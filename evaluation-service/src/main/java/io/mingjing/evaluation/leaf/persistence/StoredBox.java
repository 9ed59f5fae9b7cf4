package io.mingjing.evaluation.leaf.persistence;

import java.time.LocalDate;

/** A pending box as it lies in the intake. */
public record StoredBox(LocalDate expDay, byte[] h, String place, byte[] box) {}
