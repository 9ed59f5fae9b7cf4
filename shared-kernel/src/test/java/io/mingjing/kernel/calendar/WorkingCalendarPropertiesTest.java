package io.mingjing.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold for every day and every limit; the oracle is a plain walk over the days. */
class WorkingCalendarPropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

    private static final Map<LocalDate, SetDay.Kind> KINDS = CalendarFixture.cnYears().stream()
            .flatMap(year -> year.days().stream())
            .collect(Collectors.toMap(SetDay::date, SetDay::kind));

    private final WorkingCalendar cn = CalendarFixture.cn();

    @Example
    void everyDayOfEightYearsEqualsTheWalk() {
        int counted = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            boolean worked = walkIsWorked(day);
            counted += worked ? 1 : 0;

            assertThat(cn.isWorkingDay(day)).as("%s", day).isEqualTo(worked);
            assertThat(cn.workingDaysBetween(FIRST.minusDays(1), day))
                    .as("%s", day)
                    .isEqualTo(counted);
            if (worked) {
                assertThat(cn.addWorkingDays(FIRST.minusDays(1), counted, StartDay.EXCLUDED))
                        .isEqualTo(day);
            }
        }
    }

    @Property
    void addingEqualsTheWalk(@ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 400) int n) {
        LocalDate walked = start;
        for (int left = n; left > 0; left -= walkIsWorked(walked) ? 1 : 0) {
            walked = walked.plusDays(1);
        }

        assertThat(cn.addWorkingDays(start, n, StartDay.EXCLUDED)).isEqualTo(walked);
    }

    @Property
    void addingIsTheInverseOfCounting(@ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 20_000) int n) {
        LocalDate due = cn.addWorkingDays(start, n, StartDay.EXCLUDED);

        assertThat(cn.isWorkingDay(due)).isTrue();
        assertThat(cn.workingDaysBetween(start, due)).isEqualTo(n);
        assertThat(cn.workingDaysBetween(due, start)).isEqualTo(-n);
    }

    @Property
    void steppingBackIsTheInverseOfAdding(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 1, max = 300) int n) {
        LocalDate worked = cn.workingDayOnOrAfter(start);

        assertThat(cn.subtractWorkingDays(cn.addWorkingDays(worked, n, StartDay.EXCLUDED), n))
                .isEqualTo(worked);
    }

    @Property
    void countingTheStartDayIsAtMostOneStepEarlier(
            @ForAll("days") LocalDate start, @ForAll @IntRange(min = 2, max = 300) int n) {
        LocalDate included = cn.addWorkingDays(start, n, StartDay.INCLUDED);

        assertThat(included).isEqualTo(cn.addWorkingDays(start, cn.isWorkingDay(start) ? n - 1 : n, StartDay.EXCLUDED));
    }

    @Property
    void laterStartsAndLongerLimitsNeverEndEarlier(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 300) int n,
            @ForAll @IntRange(max = 40) int later,
            @ForAll @IntRange(max = 40) int more) {
        LocalDate due = cn.addWorkingDays(start, n, StartDay.EXCLUDED);

        assertThat(cn.addWorkingDays(start.plusDays(later), n, StartDay.EXCLUDED))
                .isAfterOrEqualTo(due);
        assertThat(cn.addWorkingDays(start, n + more, StartDay.EXCLUDED)).isAfterOrEqualTo(due);
    }

    @Property
    void aHolidayMoreNeverEndsEarlierAndAMakeUpDayMoreNeverLater(
            @ForAll("days") LocalDate start,
            @ForAll @IntRange(min = 1, max = 120) int n,
            @ForAll @IntRange(max = 150) int distance) {
        LocalDate changed = start.plusDays(distance);
        LocalDate due = cn.addWorkingDays(start, n, StartDay.EXCLUDED);

        assertThat(with(changed, SetDay.Kind.OFF).addWorkingDays(start, n, StartDay.EXCLUDED))
                .isAfterOrEqualTo(due);
        assertThat(with(changed, SetDay.Kind.WORKED).addWorkingDays(start, n, StartDay.EXCLUDED))
                .isBeforeOrEqualTo(due);
    }

    @Example
    void centuriesCostAsLittleAsDays() {
        LocalDate due = cn.addWorkingDays(LocalDate.of(1970, 1, 1), 59_000, StartDay.EXCLUDED);

        assertThat(cn.workingDaysBetween(LocalDate.of(1970, 1, 1), due)).isEqualTo(59_000);
        assertThat(due.getYear()).isEqualTo(2196);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static boolean walkIsWorked(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return KINDS.getOrDefault(day, weekday ? SetDay.Kind.WORKED : SetDay.Kind.OFF) == SetDay.Kind.WORKED;
    }

    private static WorkingCalendar with(LocalDate date, SetDay.Kind kind) {
        List<CalendarYear> years = new ArrayList<>(CalendarFixture.cnYears());
        List<SetDay> days = new ArrayList<>();
        years.removeIf(year -> year.year() == date.getYear() && days.addAll(year.days()));
        days.removeIf(day -> day.date().equals(date));
        days.add(new SetDay(date, kind, "试", "试"));
        years.add(new CalendarYear("CN", date.getYear(), 2, days));
        return WorkingCalendar.of(years);
    }
}
