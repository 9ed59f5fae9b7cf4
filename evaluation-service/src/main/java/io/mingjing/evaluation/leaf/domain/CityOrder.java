package io.mingjing.evaluation.leaf.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the city office (市营商办) makes itself of the poor ratings of a leaf that no bureau sees (市营商办自办).
 *
 * @param doneDay day on which it was done; null while it goes on
 * @param words what was done, in words the visitor may read; null where there are none
 */
public record CityOrder(
        @Nullable LocalDate doneDay, @Nullable String words) {}
