package io.mingjing.task.clock.domain;

/**
 * What a ladder has told since its clock started or was last extended; -1 for nothing.
 *
 * @param step the highest step told, whatever the due day was then
 * @param ofThisDueDay the highest step told of the due day that holds now, which is not told of it again
 */
public record Told(int step, int ofThisDueDay) {}
