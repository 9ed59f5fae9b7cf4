package io.mingjing.evaluation.code.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A finished visit (办件). It knows neither when it ended nor whether it was rated.
 *
 * @param number number of the queue ticket or the case; unique in the city
 * @param window code of the window
 * @param ownerUnit unit that owned the window on the day
 * @param matters codes of its matters, each may be rated once
 * @param confirmed whether an independent feed vouches for it
 */
public record Visit(
        String number,
        String window,
        String ownerUnit,
        LocalDate day,
        List<String> matters,
        RaterType raterType,
        boolean confirmed) {

    public Visit {
        matters = List.copyOf(matters);
    }

    public LocalDate expDay() {
        return CodeLife.expDay(day);
    }

    /**
     * Whether another report of this number tells of the same visit. A feed that vouches for what a clerk made need agree
     * on window and day only: the clerk's code is out already.
     */
    public boolean agreesWith(Visit report) {
        boolean where = number.equals(report.number) && window.equals(report.window) && day.equals(report.day);
        boolean vouching = !confirmed && report.confirmed;
        return where && (vouching || (matters.equals(report.matters) && raterType == report.raterType));
    }
}
