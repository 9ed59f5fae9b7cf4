package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.leaf.application.SlotClosed;
import io.mingjing.evaluation.leaf.domain.Weeks;
import io.mingjing.evaluation.office.domain.Ages;
import io.mingjing.evaluation.office.domain.WaitingReport;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Publishes every week how many ratings wait and how long already (anonymity rule K10), so that anonymity cannot become a
 * filter. Ages come from the expiry days of codes; no box is opened.
 */
@ApplicationScoped
public class WaitingPublication {

    private static final int FOUR_WEEKS = 28;
    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");

    private final EvaluationConfig config;
    private final Calendars calendars;
    private final WaitingReports reports;
    private final OfficeRights rights;
    private final BusinessClock clock;

    WaitingPublication(
            EvaluationConfig config,
            Calendars calendars,
            WaitingReports reports,
            OfficeRights rights,
            BusinessClock clock) {
        this.config = config;
        this.calendars = calendars;
        this.reports = reports;
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
                        reports.accepted(CodeLife.expDay(slotDay.minusDays(FOUR_WEEKS)), CodeLife.expDay(slotDay)),
                        ages(slotDay),
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

    /** What waits at this moment and how long, with nothing hidden, for the city office. */
    public Ages now(Actor actor) {
        rights.office(actor);
        return ages(clock.today());
    }

    private Ages ages(LocalDate day) {
        WorkingCalendar calendar = calendars.current();
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (Map.Entry<LocalDate, Long> row : reports.pendingByExpDay().entrySet()) {
            int age = calendar.workingDaysBetween(CodeLife.visitDay(row.getKey()), day);
            counts.merge(Math.max(0, age), row.getValue(), Long::sum);
        }
        return new Ages(counts);
    }
}
