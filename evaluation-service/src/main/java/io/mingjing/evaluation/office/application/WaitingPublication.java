package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.leaf.application.PendingOpening;
import io.mingjing.evaluation.leaf.application.SlotClosed;
import io.mingjing.evaluation.leaf.domain.Weeks;
import io.mingjing.evaluation.office.domain.Ages;
import io.mingjing.evaluation.office.domain.WaitingReport;
import io.mingjing.evaluation.office.domain.WaitingReport.Closed;
import io.mingjing.evaluation.office.persistence.WaitingReports;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Publishes every week how many ratings wait and how long already (anonymity rule K10), so that anonymity cannot become a
 * filter. The weekly ages come from the sealed days themselves: second ratings and surveys expire long after theirs. What is
 * told of a whole week is of expiry days, its numerator and its denominator alike, and each week is told once (K6).
 */
@ApplicationScoped
public class WaitingPublication {

    /** From the Monday of a slot back to the Monday of the last week whose codes have all expired. */
    private static final int BACK_TO_CLOSED = 14;

    private static final int WEEK_DAYS = 7;
    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");

    private final EvaluationConfig config;
    private final Calendars calendars;
    private final WaitingReports reports;
    private final PendingOpening boxes;
    private final OfficeRights rights;
    private final BusinessClock clock;

    WaitingPublication(
            EvaluationConfig config,
            Calendars calendars,
            WaitingReports reports,
            PendingOpening boxes,
            OfficeRights rights,
            BusinessClock clock) {
        this.config = config;
        this.calendars = calendars;
        this.reports = reports;
        this.boxes = boxes;
        this.rights = rights;
        this.clock = clock;
    }

    void after(@Observes SlotClosed slot) {
        publish(slot.day());
    }

    /** The report of the slot's ISO week, unless it has one: so it is the week's first slot that counts. */
    @Transactional
    public void publish(LocalDate slotDay) {
        reports.city().ifPresent(city -> {
            String week = Weeks.of(List.of(slotDay)).first();
            if (!reports.has(city.code(), week)) {
                reports.add(WaitingReport.of(
                        city.code(),
                        week,
                        slotDay,
                        closedBefore(slotDay),
                        sealedAges(slotDay),
                        config.office().promisedDays(),
                        config.leaf().k()));
            }
        });
    }

    /** Reports newest first, for everybody. */
    public ListPage<WaitingReport> page(@Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, 1);
        String week = cursor == null ? null : cursor.parts().getFirst();
        if (week != null && !WEEK.matcher(week).matches()) {
            throw Cursor.foreign();
        }
        List<WaitingReport> rows = reports.page(week, limit + 1);
        return ListPage.cut(rows, limit, row -> Cursor.of(row.week()));
    }

    /** Working days within which every rating is to be in a leaf. */
    public int promisedDays() {
        return config.office().promisedDays();
    }

    private Closed closedBefore(LocalDate slotDay) {
        LocalDate monday =
                slotDay.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(BACK_TO_CLOSED);
        return reports.closed(
                Weeks.of(List.of(monday)).first(),
                CodeLife.expDay(monday),
                CodeLife.expDay(monday.plusDays(WEEK_DAYS - 1)));
    }

    private Ages sealedAges(LocalDate day) {
        WorkingCalendar calendar = calendars.current();
        TreeMap<Integer, Long> counts = new TreeMap<>();
        boxes.each(
                anyDay -> true,
                found -> counts.merge(
                        Math.max(0, calendar.workingDaysBetween(found.rating().visitDay(), day)), 1L, Long::sum));
        return new Ages(counts);
    }

    /**
     * What waits at this moment, with nothing hidden, for the city office; and how long at least: ages are of expiry days, so
     * that no box is opened for a look at the console, and a second rating or a survey may be older than it says.
     */
    public Ages now(Actor actor) {
        rights.office(actor);
        LocalDate day = clock.today();
        WorkingCalendar calendar = calendars.current();
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (Map.Entry<LocalDate, Long> row : reports.pendingByExpDay().entrySet()) {
            int age = calendar.workingDaysBetween(CodeLife.visitDay(row.getKey()), day);
            counts.merge(Math.max(0, age), row.getValue(), Long::sum);
        }
        return new Ages(counts);
    }
}
