package io.mingjing.notification.recipient.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * The hours in which people are told: from opening (included) to closing (excluded) of a working day. A make-up Saturday
 * (调休上班) is a working day, a holiday on a Tuesday is none.
 *
 * @param zone civil time of the hours
 */
public record WorkingHours(LocalTime opens, LocalTime closes, ZoneId zone, Predicate<LocalDate> isWorkingDay) {

    private static final int FARTHEST_DAYS = 366;

    public boolean areOpen(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        return !time.isBefore(opens) && time.isBefore(closes) && isWorkingDay.test(local.toLocalDate());
    }

    /**
     * The moment itself while the hours are open, otherwise the next opening.
     *
     * @throws IllegalStateException when a calendar knows no working day for a year
     */
    public Instant nextOpen(Instant at) {
        if (areOpen(at)) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        LocalDate first = local.toLocalTime().isBefore(opens)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return first.datesUntil(first.plusDays(FARTHEST_DAYS))
                .filter(isWorkingDay)
                .findFirst()
                .map(day -> day.atTime(opens).atZone(zone).toInstant())
                .orElseThrow(() -> new IllegalStateException("No working day in the year from " + first));
    }
}
