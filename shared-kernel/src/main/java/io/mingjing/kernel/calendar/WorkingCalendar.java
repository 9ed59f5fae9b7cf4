package io.mingjing.kernel.calendar;

import io.mingjing.kernel.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Working days (工作日) between 1970 and 2199: published years as their notices set them, all others provisional, Monday
 * to Friday. Adding and counting cost the same however far they reach. Immutable. Days are civil days of {@link
 * BusinessClock#ZONE}; a day outside the range is an {@link IllegalArgumentException}.
 */
public final class WorkingCalendar {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;
    private static final WorkedDays[] PLAIN = new WorkedDays[LAST_YEAR - FIRST_YEAR + 1];

    static {
        for (int index = 0; index < PLAIN.length; index++) {
            PLAIN[index] = new WorkedDays(FIRST_YEAR + index, List.of());
        }
    }

    private final WorkedDays[] years = PLAIN.clone();
    private final int[] before = new int[PLAIN.length + 1];
    private final Map<Integer, CalendarYear> published = new HashMap<>();
    private final Map<LocalDate, SetDay> set = new HashMap<>();

    private WorkingCalendar(Collection<CalendarYear> given) {
        for (CalendarYear year : given) {
            years[indexOf(year.year())] = new WorkedDays(year.year(), year.days());
            if (published.put(year.year(), year) != null) {
                throw new IllegalArgumentException(year.year() + " is given twice");
            }
            year.days().forEach(day -> set.put(day.date(), day));
        }
        for (int index = 0; index < years.length; index++) {
            before[index + 1] = before[index] + years[index].total();
        }
    }

    /** The calendar that these published years make. */
    public static WorkingCalendar of(Collection<CalendarYear> years) {
        return new WorkingCalendar(years);
    }

    /** The end of a day limit: 24:00 of its last day, which is the next midnight, exclusive. */
    public static Instant endOfDay(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    public boolean isWorkingDay(LocalDate day) {
        return years[indexOf(day.getYear())].contains(day.getDayOfYear());
    }

    /**
     * The last day of a limit of n working days.
     *
     * @param n at least 1
     */
    public LocalDate addWorkingDays(LocalDate start, int n, StartDay rule) {
        requirePositive(n);
        LocalDate notCounted = rule == StartDay.EXCLUDED ? start : start.minusDays(1);
        return nth(countThrough(notCounted) + n);
    }

    /**
     * The nth working day before a day.
     *
     * @param n at least 1
     */
    public LocalDate subtractWorkingDays(LocalDate day, int n) {
        requirePositive(n);
        return nth(countThrough(day.minusDays(1)) - n + 1);
    }

    /** Working days after one day, up to and including another; negative when the other lies before it. */
    public int workingDaysBetween(LocalDate afterExclusive, LocalDate toInclusive) {
        return countThrough(toInclusive) - countThrough(afterExclusive);
    }

    /** The nth working day of a quarter (每季度前n个工作日), quarters from 1 to 4. */
    public LocalDate nthWorkingDayOfQuarter(int year, int quarter, int n) {
        return addWorkingDays(LocalDate.of(year, 3 * quarter - 2, 1), n, StartDay.INCLUDED);
    }

    /** The first working day after a day. */
    public LocalDate nextWorkingDay(LocalDate day) {
        return addWorkingDays(day, 1, StartDay.EXCLUDED);
    }

    /** The day itself if it is worked, otherwise the first working day after it. */
    public LocalDate workingDayOnOrAfter(LocalDate day) {
        return addWorkingDays(day, 1, StartDay.INCLUDED);
    }

    /** Whether a year between two days, both included, has not been published: what was computed with it may move. */
    public boolean provisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!published.containsKey(year)) {
                return true;
            }
        }
        return false;
    }

    public YearStatus status(int year) {
        return published.containsKey(year) ? YearStatus.PUBLISHED : YearStatus.PROVISIONAL;
    }

    /** The year as it was published; empty while provisional. */
    public Optional<CalendarYear> published(int year) {
        return Optional.ofNullable(published.get(year));
    }

    /** What a notice says of a day; empty where the day follows the week. */
    public Optional<SetDay> setDay(LocalDate day) {
        return Optional.ofNullable(set.get(day));
    }

    private int countThrough(LocalDate day) {
        int index = indexOf(day.getYear());
        return before[index] + years[index].countThrough(day.getDayOfYear());
    }

    private LocalDate nth(int n) {
        if (n < 1 || n > before[years.length]) {
            throw new IllegalArgumentException("Outside " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        int found = Arrays.binarySearch(before, n);
        int index = (found < 0 ? -found - 1 : found) - 1;
        return LocalDate.ofYearDay(FIRST_YEAR + index, years[index].nth(n - before[index]));
    }

    private static int indexOf(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(year + " is outside " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return year - FIRST_YEAR;
    }

    private static void requirePositive(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("At least one working day, not " + n);
        }
    }
}
