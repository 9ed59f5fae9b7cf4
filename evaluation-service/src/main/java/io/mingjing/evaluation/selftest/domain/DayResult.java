package io.mingjing.evaluation.selftest.domain;

import java.time.LocalDate;

/**
 * The self-test of a day at one level through one channel.
 *
 * @param channel name of the channel; {@code PLACE} for printed place codes
 * @param sent test ratings that were sent as a rater would
 * @param landed those that were acknowledged with a receipt and found again by it
 */
public record DayResult(LocalDate day, String channel, int level, long sent, long landed) {}
