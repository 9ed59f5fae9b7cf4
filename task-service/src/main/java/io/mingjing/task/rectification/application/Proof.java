package io.mingjing.task.rectification.application;

import io.mingjing.task.rectification.domain.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as somebody hands it in.
 *
 * @param measure number of the measure it proves; null for the whole task
 */
public record Proof(@Nullable String measure, Evidence.Piece piece) {}
