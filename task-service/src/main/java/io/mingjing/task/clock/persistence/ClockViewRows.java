package io.mingjing.task.clock.persistence;

import io.mingjing.task.Statements;
import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.ClockView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Clocks as lists and pages show them, many tasks in one question. */
@ApplicationScoped
public class ClockViewRows {

    /**
     * The pressing one of a task comes first: clocks that have not ended before those that have, the earliest due first.
     * The step counts from the start or the last extension; a step acknowledged there holds the next one.
     */
    private static final String VIEWS = """
            select c.id, c.task_id, c.kind, c.period, c.state,
                   case when c.kind = 'PROOF' then date_trunc('quarter', c.last_day)::date
                        else coalesce(c.counts_from, t.start_day) end as start_day,
                   c.due_day, c.due_at, c.provisional, c.ended_at, c.generation, coalesce(told.step, -1) as step,
                   case when held.step is not null and c.state = 'RUNNING' then pending.fire_at end as held_until
              from clock c
              join timed_task t on t.task_id = c.task_id
              left join lateral (select max(e.seq) as seq, max(e.recorded_at) as at from clock_entry e
                                  where e.clock_id = c.id and e.kind = 'EXTENDED') anchor on true
              left join lateral (select max(r.step) as step from rung r
                                  where r.clock_id = c.id and r.state = 'CLAIMED'
                                    and r.claimed_at >= coalesce(anchor.at, '-infinity')) told on true
              left join lateral (select e.step from clock_entry e
                                  where e.clock_id = c.id and e.kind = 'ACKNOWLEDGED' and e.step = told.step
                                    and e.seq > coalesce(anchor.seq, -1) limit 1) held on true
              left join lateral (select min(r.fire_at) as fire_at from rung r
                                  where r.clock_id = c.id and r.generation = c.generation
                                    and r.state = 'PENDING') pending on true
             where c.task_id = any (?)
             order by c.ended_at is not null, case when c.ended_at is null then c.due_at end nulls last,
                      c.ended_at desc, c.kind, c.period
            """;

    private final Statements statements;

    ClockViewRows(Statements statements) {
        this.statements = statements;
    }

    /** Clocks of tasks, of each task the pressing one first. */
    public List<ClockView.Stored> ofTasks(Collection<UUID> taskIds) {
        return taskIds.isEmpty() ? List.of() : statements.list(VIEWS, ClockViewRows::stored, taskIds);
    }

    private static ClockView.Stored stored(ResultSet row) throws SQLException {
        return new ClockView.Stored(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("task_id", UUID.class)),
                ClockKind.valueOf(row.getString("kind")),
                row.getString("period"),
                ClockState.valueOf(row.getString("state")),
                Objects.requireNonNull(row.getObject("start_day", LocalDate.class)),
                row.getObject("due_day", LocalDate.class),
                Statements.instant(row, "due_at"),
                row.getBoolean("provisional"),
                Statements.instant(row, "ended_at"),
                row.getInt("generation"),
                row.getInt("step"),
                Statements.instant(row, "held_until"));
    }
}
