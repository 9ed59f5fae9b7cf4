package io.mingjing.task.clock.application;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.calendar.application.DueDates;
import io.mingjing.task.clock.application.ClockAnnouncer.Cause;
import io.mingjing.task.clock.domain.ActedBy;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.DueDay;
import io.mingjing.task.clock.persistence.ClockRepository;
import io.mingjing.task.clock.persistence.TimedTaskRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets due days follow the calendar. A clock says which edition it was derived with, so what a publication leaves behind
 * is found whenever and wherever one looks; until it has followed, none of its rungs is claimed.
 */
@ApplicationScoped
class DueDatesFollow implements DueDates {

    private static final int BATCH = 200;
    private static final int SHOWN = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ClockRepository clocks;
    private final TimedTaskRepository tasks;
    private final Rungs rungs;
    private final Calendars calendars;
    private final ClockAnnouncer announcer;
    private final BusinessClock clock;

    DueDatesFollow(
            ClockRepository clocks,
            TimedTaskRepository tasks,
            Rungs rungs,
            Calendars calendars,
            ClockAnnouncer announcer,
            BusinessClock clock) {
        this.clocks = clocks;
        this.tasks = tasks;
        this.rungs = rungs;
        this.calendars = calendars;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Override
    public Moves preview(WorkingCalendar next) {
        long examined = 0;
        long earlier = 0;
        List<Move> moves = new ArrayList<>();
        UUID after = BEFORE_ALL;
        List<Clock> page;
        do {
            page = clocks.going(after, BATCH);
            for (Clock each : page) {
                LocalDate from = each.dueDay();
                LocalDate to = DueDay.of(each.rule(), each.ledger(), next).day();
                if (!Objects.equals(from, to)) {
                    earlier += from != null && to != null && to.isBefore(from) ? 1 : 0;
                    moves.add(new Move(
                            each.taskId(), tasks.findById(each.taskId()).number(), from, to));
                }
                after = each.id();
            }
            examined += page.size();
            clocks.getEntityManager().clear();
        } while (page.size() == BATCH);
        List<Move> first = moves.stream()
                .sorted(Comparator.comparing(Move::from, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Move::taskId))
                .limit(SHOWN)
                .toList();
        return new Moves(examined, moves.size(), earlier, first);
    }

    @Override
    public void follow() {
        while (QuarkusTransaction.requiringNew().call(this::followBatch) > 0) {
            // The next batch; a clock that somebody else holds follows at the next call.
        }
    }

    private int followBatch() {
        Calendars.Edition edition = calendars.current();
        List<Clock> stale = clocks.lockStale(edition.number(), BATCH);
        for (Clock each : stale) {
            @Nullable LocalDate before = each.dueDay();
            if (each.derive(edition.calendar(), edition.number())) {
                each.recompute(clock.now());
                clocks.flush();
                rungs.planAnew(each, edition.calendar());
                announcer.changed(each, Cause.RECOMPUTED, before, "工作日历第" + edition.number() + "次公布", ActedBy.SYSTEM);
            } else {
                clocks.flush();
                rungs.shift(each, edition.calendar());
            }
        }
        return stale.size();
    }
}
