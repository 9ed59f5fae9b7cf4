package io.mingjing.evaluation.selftest.domain;

import java.time.LocalDate;

/**
 * A round of the self-test.
 *
 * @param hour of the business day, 0 to 23
 */
public record Round(LocalDate day, int hour) {}
