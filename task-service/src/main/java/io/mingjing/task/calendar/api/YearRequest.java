package io.mingjing.task.calendar.api;

import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrangement of a year.
 *
 * @param daysOff days off, weekend days of a holiday period included
 * @param workedDays weekend days that are worked (调休)
 */
public record YearRequest(
        @NotEmpty(message = "请列出放假日；没有放假日的年份不能公布") @Size(max = 366, message = "一年最多 366 天")
        List<@NotNull @Valid Day> daysOff,

        @NotNull(message = "请列出调休上班日，没有则为空列表") @Size(max = 110, message = "调休上班日过多")
        List<@NotNull @Valid Day> workedDays) {

    /**
     * A day that the arrangement sets.
     *
     * @param name the holiday's name, such as 春节
     * @param document number (文号) of the notice that sets it
     */
    public record Day(
            @NotNull(message = "请填写日期，如 2027-01-01") LocalDate date,

            @NotBlank(message = "请填写节日名称") @Size(max = 50, message = "节日名称最多 50 字")
            String name,

            @NotBlank(message = "请填写依据文号") @Size(max = 100, message = "文号最多 100 字")
            String document) {}

    /**
     * The days as they are kept.
     *
     * @throws ProblemException rule, naming every day that does not fit
     */
    List<SetDay> days(int year) {
        List<Violation> violations = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        List<SetDay> days = new ArrayList<>();
        check("daysOff", SetDay.Kind.OFF, daysOff, year, seen, days, violations);
        check("workedDays", SetDay.Kind.WORKED, workedDays, year, seen, days, violations);
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.RULE,
                    "日历有误，未公布",
                    "The calendar is not right; nothing was published",
                    violations,
                    Map.of());
        }
        return days;
    }

    private static void check(
            String list,
            SetDay.Kind kind,
            List<Day> given,
            int year,
            Set<LocalDate> seen,
            List<SetDay> days,
            List<Violation> violations) {
        for (int i = 0; i < given.size(); i++) {
            Day day = given.get(i);
            String field = list + "[" + i + "].date";
            if (day.date().getYear() != year) {
                violations.add(new Violation(
                        field, day.date() + " 不在 " + year + " 年", day.date() + " is not a day of " + year));
            } else if (!seen.add(day.date())) {
                violations.add(new Violation(field, day.date() + " 重复", day.date() + " is given twice"));
            } else if (kind == SetDay.Kind.WORKED && day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                violations.add(new Violation(
                        field, day.date() + " 不是周末，无须调休", day.date() + " is no weekend day and is worked anyway"));
            } else {
                days.add(new SetDay(
                        day.date(), kind, day.name().strip(), day.document().strip()));
            }
        }
    }
}
