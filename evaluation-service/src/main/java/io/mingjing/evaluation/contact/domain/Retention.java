package io.mingjing.evaluation.contact.domain;

import java.time.LocalDate;

/** How long what a rater left is kept (个人信息保护法 art. 19: no longer than needed). */
public final class Retention {

    private static final int MONTHS = 4;

    private Retention() {}

    /** When a row that waits or waited may go: the first of a month three to four months ahead, the same for all of a month. */
    public static LocalDate expDay(LocalDate today) {
        return today.plusMonths(MONTHS).withDayOfMonth(1);
    }
}
