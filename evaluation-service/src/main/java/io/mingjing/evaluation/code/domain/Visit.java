package io.mingjing.evaluation.code.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A finished visit (办件). It knows neither when it ended nor whether it was rated.
 *
 * @param number number of the queue ticket or the case, unique in the city; of a visit that no feed
 *     vouches for, {@link #madeNumber}
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

    /** Not allowed in a reported number. */
    private static final String MADE = "~";

    public Visit {
        matters = List.copyOf(matters);
    }

    public LocalDate expDay() {
        return CodeLife.expDay(day);
    }

    /**
     * The number under which a visit is kept that a clerk makes or a bureau's own system reports. No number of a feed can
     * look like it, so whatever they type or rate, the feed's visit of that number keeps a code and matters of its own.
     */
    public static String madeNumber(String window, String number) {
        return window + MADE + number;
    }

    /** Whether another report of this number tells of the same visit. */
    public boolean agreesWith(Visit report) {
        return number.equals(report.number)
                && window.equals(report.window)
                && day.equals(report.day)
                && matters.equals(report.matters)
                && raterType == report.raterType;
    }
}
