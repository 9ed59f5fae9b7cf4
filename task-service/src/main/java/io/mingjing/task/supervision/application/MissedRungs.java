package io.mingjing.task.supervision.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.DueDay;
import io.mingjing.task.clock.domain.Ledger;
import io.mingjing.task.clock.domain.PlannedRung;
import io.mingjing.task.clock.domain.Told;
import io.mingjing.task.clock.persistence.ClockRepository;
import io.mingjing.task.clock.persistence.LadderRows;
import io.mingjing.task.supervision.persistence.ToldRungRows;
import io.mingjing.task.supervision.persistence.ToldRungRows.ToldRung;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The auditor of the ladder: derives from each running clock's ledger, rule and calendar what should have been told by
 * now, and compares with what was. It reads neither the stored due day nor the planned times, so it finds a rung that was
 * never planned as well as one that was never claimed. The metric {@code mingjing_rungs_missed} should be 0.
 */
@ApplicationScoped
public class MissedRungs {

    private static final Logger LOG = Logger.getLogger(MissedRungs.class);
    private static final int PAGE = 500;

    /** How late a claim may be before it counts as missed. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    /** A step that should have been told and was not. */
    public record Missed(UUID taskId, UUID clockId, int step, Instant fireAt) {}

    private final ClockRepository clocks;
    private final ToldRungRows told;
    private final LadderRows ladders;
    private final Calendars calendars;
    private final BusinessClock clock;
    private final AtomicLong count;

    MissedRungs(
            ClockRepository clocks,
            ToldRungRows told,
            LadderRows ladders,
            Calendars calendars,
            BusinessClock clock,
            MeterRegistry metrics) {
        this.clocks = clocks;
        this.told = told;
        this.ladders = ladders;
        this.calendars = calendars;
        this.clock = clock;
        this.count = metrics.gauge("mingjing_rungs_missed", new AtomicLong());
    }

    /** Examines every clock that has not ended. */
    @Transactional
    public List<Missed> scan() {
        WorkingCalendar calendar = calendars.calendar();
        Instant before = clock.now().minus(GRACE);
        List<Missed> missed = new ArrayList<>();
        UUID after = new UUID(0, 0);
        long examined = 0;
        List<Clock> page;
        do {
            page = clocks.going(after, PAGE);
            Map<UUID, List<ToldRung>> rungs = told
                    .ofClocks(page.stream().map(Clock::id).toList())
                    .stream()
                    .collect(Collectors.groupingBy(ToldRung::clockId));
            for (Clock each : page) {
                missed.addAll(missed(each, rungs.getOrDefault(each.id(), List.of()), before, calendar));
                after = each.id();
            }
            examined += page.size();
            clocks.getEntityManager().clear();
        } while (page.size() == PAGE);
        count.set(missed.size());
        if (missed.isEmpty()) {
            LOG.debugf("Examined %d clocks: no rung was missed", examined);
        } else {
            LOG.errorf(
                    "Examined %d clocks: %d rungs were missed, first %s", examined, missed.size(), missed.getFirst());
        }
        return missed;
    }

    private List<Missed> missed(Clock each, List<ToldRung> rungs, Instant by, WorkingCalendar calendar) {
        Ledger ledger = each.ledger();
        LocalDate due = DueDay.of(each.rule(), ledger, calendar).day();
        if (each.state() != ClockState.RUNNING || due == null) {
            return List.of();
        }
        List<ToldRung> before = rungs.stream()
                .filter(rung -> rung.generation() < each.generation() && claimedSince(rung, ledger.anchoredAt()))
                .toList();
        Told told = new Told(highest(before.stream()), highest(before.stream().filter(r -> due.equals(r.dueDay()))));
        return ladders.version(each.ladder()).plan(due, ledger, told, calendar).stream()
                .filter(planned -> !planned.past() && planned.fireAt().isBefore(by))
                .filter(planned -> rungs.stream().noneMatch(rung -> settled(rung, each, planned)))
                .map(planned ->
                        new Missed(each.taskId(), each.id(), planned.step().number(), planned.fireAt()))
                .toList();
    }

    private static int highest(Stream<ToldRung> rungs) {
        return rungs.mapToInt(ToldRung::step).max().orElse(-1);
    }

    private static boolean claimedSince(ToldRung rung, Instant anchor) {
        Instant at = rung.claimedAt();
        return at != null && !at.isBefore(anchor);
    }

    private static boolean settled(ToldRung rung, Clock of, PlannedRung planned) {
        return rung.generation() == of.generation()
                && rung.step() == planned.step().number()
                && (rung.state().equals("CLAIMED") || rung.state().equals("SUPERSEDED"));
    }
}
