package io.mingjing.task.clock.application;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.Ledger;
import io.mingjing.task.clock.domain.PlannedRung;
import io.mingjing.task.clock.domain.Told;
import io.mingjing.task.clock.persistence.LadderRows;
import io.mingjing.task.clock.persistence.RungRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Keeps the rungs of a clock in step with it, in the transaction that changed it. */
@ApplicationScoped
class Rungs {

    private final LadderRows ladders;
    private final RungRows rows;
    private final Ids ids;

    Rungs(LadderRows ladders, RungRows rows, Ids ids) {
        this.ladders = ladders;
        this.rows = rows;
        this.ids = ids;
    }

    /** Withdraws what is pending, and plans the new generation of a clock that runs towards a due day. */
    void planAnew(Clock clock, WorkingCalendar calendar) {
        rows.cancelPending(clock.id());
        LocalDate due = clock.dueDay();
        if (clock.state() == ClockState.RUNNING && due != null) {
            rows.add(clock, plan(clock, due, calendar), ids::next);
        }
    }

    /** Moves what is pending after an acknowledgement or progress. */
    void shift(Clock clock, WorkingCalendar calendar) {
        LocalDate due = clock.dueDay();
        if (clock.state() == ClockState.RUNNING && due != null) {
            rows.move(clock, plan(clock, due, calendar));
        }
    }

    int reached(Clock clock) {
        return rows.reached(clock.id(), clock.ledger().anchoredAt());
    }

    private List<PlannedRung> plan(Clock clock, LocalDate due, WorkingCalendar calendar) {
        Ledger ledger = clock.ledger();
        Told told = rows.told(clock.id(), clock.generation(), ledger.anchoredAt(), due);
        return ladders.version(clock.ladder()).plan(due, ledger, told, calendar);
    }
}
