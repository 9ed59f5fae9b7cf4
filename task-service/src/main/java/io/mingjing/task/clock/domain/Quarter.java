package io.mingjing.task.clock.domain;

import java.time.LocalDate;

/** A quarter of a year (季度), from 1 to 4. */
public record Quarter(int year, int number) {

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(3).minusDays(1);
    }

    public Quarter next() {
        return of(lastDay().plusDays(1));
    }

    public Quarter previous() {
        return of(firstDay().minusDays(1));
    }

    /** Written {@code 2026-Q4}. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
