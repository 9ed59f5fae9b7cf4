package io.mingjing.task.clock.domain;

import java.time.Instant;

/**
 * A rung of one generation.
 *
 * @param fireAt 09:00 in Asia/Shanghai of a working day
 * @param past never fires: it was past when planned, or has been told before
 */
public record PlannedRung(LadderStep step, Instant fireAt, boolean past) {}
