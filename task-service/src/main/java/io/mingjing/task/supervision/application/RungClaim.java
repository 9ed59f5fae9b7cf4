package io.mingjing.task.supervision.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.clock.domain.LadderStep;
import io.mingjing.task.clock.domain.RungName;
import io.mingjing.task.clock.persistence.LadderRows;
import io.mingjing.task.supervision.domain.ReachedRung;
import io.mingjing.task.supervision.persistence.DueRungRows;
import io.mingjing.task.supervision.persistence.DueRungRows.DueRung;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Claims rungs whose time has come: one transaction for a batch, in which each is marked, audited and announced, or
 * nothing is. Any number of replicas may do so at once; what one holds the others skip.
 */
@ApplicationScoped
public class RungClaim {

    private static final int BATCH = 200;

    private final DueRungRows rows;
    private final LadderRows ladders;
    private final Calendars calendars;
    private final RungAnnouncer announcer;
    private final BusinessClock clock;
    private final MeterRegistry metrics;

    RungClaim(
            DueRungRows rows,
            LadderRows ladders,
            Calendars calendars,
            RungAnnouncer announcer,
            BusinessClock clock,
            MeterRegistry metrics) {
        this.rows = rows;
        this.ladders = ladders;
        this.calendars = calendars;
        this.announcer = announcer;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Claims one batch. The number taken; call again while it is more than none. */
    @Transactional
    public int claimDue() {
        List<DueRung> due = rows.lockDue(clock.offset(), BATCH);
        if (due.isEmpty()) {
            return 0;
        }
        WorkingCalendar calendar = calendars.calendar();
        List<UUID> superseded = new ArrayList<>();
        List<ReachedRung> reached = new ArrayList<>();
        for (DueRung rung : due) {
            LadderStep step = ladders.version(rung.ladder()).step(rung.step()).orElseThrow();
            // Nobody is told that something ends soon after it has ended.
            if (step.rung() == RungName.DUE_SOON && rung.overdue()) {
                superseded.add(rung.id());
            } else {
                reached.add(reached(rung, step, calendar));
            }
        }
        rows.superseded(superseded);
        rows.claimed(
                reached.stream().map(ReachedRung::rungId).toList(),
                due.getFirst().now());
        reached.forEach(announcer::reached);
        reached.forEach(rung -> metrics.counter(
                        "mingjing_rungs_reached", "rung", rung.rung().name())
                .increment());
        return due.size();
    }

    private static ReachedRung reached(DueRung rung, LadderStep step, WorkingCalendar calendar) {
        LocalDate today = LocalDate.ofInstant(rung.now(), BusinessClock.ZONE);
        int after = calendar.workingDaysBetween(rung.dueDay(), today);
        return new ReachedRung(
                rung.id(),
                rung.taskId(),
                rung.clockId(),
                rung.generation(),
                rung.number(),
                rung.title(),
                rung.kind(),
                rung.period(),
                step.rung(),
                step.number(),
                step.offices(rung.offices()),
                rung.dueDay(),
                Math.max(after, 0),
                Math.max(-after, 0),
                rung.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
