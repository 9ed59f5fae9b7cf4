package io.mingjing.task.calendar.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.persistence.CalendarRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes years of the calendar: a new version with the document of each day, its audit record and its event. */
@ApplicationScoped
public class YearPublisher {

    /** Who publishes, for the trail. */
    public record Publisher(
            String subject, String name, @Nullable String post) {

        static final Publisher SYSTEM = new Publisher("system", "系统", null);
    }

    /** A year as it holds after the call. */
    public sealed interface Outcome {

        CalendarYear year();

        /** It says what was already published. */
        record Unchanged(CalendarYear year) implements Outcome {}

        /** A new version; due days follow by {@link DueDates#follow}. */
        record Published(CalendarYear year, DueDates.Moves moves) implements Outcome {}
    }

    private final CalendarRows rows;
    private final DueDates dueDates;
    private final AuditTrail trail;
    private final CalendarAnnouncer announcer;
    private final BusinessClock clock;

    YearPublisher(
            CalendarRows rows, DueDates dueDates, AuditTrail trail, CalendarAnnouncer announcer, BusinessClock clock) {
        this.rows = rows;
        this.dueDates = dueDates;
        this.trail = trail;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * What publishing would do; nothing changes.
     *
     * @throws ProblemException not found, for a calendar we do not keep
     */
    @Transactional
    public Outcome preview(String calendar, int year, List<SetDay> days) {
        known(rows.edition(calendar).isPresent(), calendar);
        return outcome(calendar, year, days);
    }

    /**
     * Publishes a year, or says that nothing is new.
     *
     * @throws ProblemException not found, for a calendar we do not keep
     */
    @Transactional
    public Outcome publish(String calendar, int year, List<SetDay> days, Publisher by) {
        known(rows.lockEdition(calendar).isPresent(), calendar);
        Outcome outcome = outcome(calendar, year, days);
        if (outcome instanceof Outcome.Published published) {
            store(published.year(), by, published.moves().moved() + " 项时限随之变动");
        }
        return outcome;
    }

    /** Publishes those of the delivered years that nobody has published yet. */
    @Transactional
    public int publishDelivered(List<CalendarYear> delivered) {
        int published = 0;
        for (CalendarYear year : delivered) {
            known(rows.lockEdition(year.calendar()).isPresent(), year.calendar());
            if (rows.year(year.calendar(), year.year()).isEmpty()) {
                store(year, Publisher.SYSTEM, "随系统交付");
                published++;
            }
        }
        return published;
    }

    private Outcome outcome(String calendar, int year, List<SetDay> days) {
        Optional<CalendarYear> before = rows.year(calendar, year);
        if (before.isPresent() && new HashSet<>(before.get().days()).equals(new HashSet<>(days))) {
            return new Outcome.Unchanged(before.get());
        }
        int version = before.map(CalendarYear::version).orElse(0) + 1;
        CalendarYear next = new CalendarYear(
                calendar,
                year,
                version,
                days.stream().sorted(Comparator.comparing(SetDay::date)).toList());
        List<CalendarYear> years = new ArrayList<>(rows.years(calendar));
        years.removeIf(each -> each.year() == year);
        years.add(next);
        return new Outcome.Published(next, dueDates.preview(WorkingCalendar.of(years)));
    }

    private void store(CalendarYear year, Publisher by, String why) {
        Instant now = clock.now();
        rows.add(year, by.subject(), now);
        long sequence = trail.append(new AuditTrail.Act(
                "calendar:" + year.calendar() + ":" + year.year(),
                "CALENDAR_YEAR_PUBLISHED",
                by.subject(),
                by.name(),
                by.post(),
                year.version() == 1 ? null : "第" + (year.version() - 1) + "版",
                "第" + year.version() + "版",
                why,
                now));
        announcer.published(year, sequence, now);
    }

    private static void known(boolean present, String calendar) {
        if (!present) {
            throw new ProblemException(
                    CommonProblem.NOT_FOUND, "没有工作日历 " + calendar, "There is no calendar " + calendar);
        }
    }
}
