package io.mingjing.evaluation.code.domain;

import java.time.LocalDate;

/** How long a visit's code is good: to the end (24:00) of the third day after the visit, so that one can rate at home. */
public final class CodeLife {

    public static final int DAYS_AFTER_VISIT = 3;

    private CodeLife() {}

    public static LocalDate expDay(LocalDate visitDay) {
        return visitDay.plusDays(DAYS_AFTER_VISIT);
    }

    public static LocalDate visitDay(LocalDate expDay) {
        return expDay.minusDays(DAYS_AFTER_VISIT);
    }
}
