package io.mingjing.task.supervision.persistence;

import io.mingjing.task.Statements;
import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.ResponsibleOffices;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rungs whose time has come, by the database's clock moved by the business offset. */
@ApplicationScoped
public class DueRungRows {

    /**
     * A due rung with its clock and task.
     *
     * @param overdue whether the due instant has passed
     * @param now the business moment of the claim
     */
    public record DueRung(
            UUID id,
            UUID clockId,
            UUID taskId,
            int generation,
            int step,
            int ladder,
            ClockKind kind,
            @Nullable String period,
            LocalDate dueDay,
            boolean overdue,
            Instant now,
            String number,
            String title,
            ResponsibleOffices offices) {}

    /**
     * Takes what is due and free. The candidates come from the index alone, so that the plan does not hang on statistics.
     * The head of the task's trail is locked along, because whoever closes, pauses or extends the task holds it; what is
     * held is skipped, so a claim never waits and never fires after a committed close. Left alone are clocks that have yet
     * to follow the calendar's last edition, and steps before which another claimer holds a lower one.
     */
    private static final String LOCK_DUE = """
            with due as materialized (
                select id, clock_id, generation, step, fire_at from rung
                 where state = 'PENDING' and fire_at <= now() + ?::interval
                 order by fire_at, step, id
                 limit ?
                   for update skip locked
            )
            select r.id, r.clock_id, c.task_id, r.generation, r.step, c.ladder, c.kind, c.period, c.due_day,
                   c.due_at <= now() + ?::interval as overdue, now() + ?::interval as now,
                   t.number, t.title, t.bureau, t.lead_units, t.responsible_units
              from due r
              join clock c on c.id = r.clock_id and c.generation = r.generation
              join timed_task t on t.task_id = c.task_id
              join audit_head h on h.aggregate = 'task:' || c.task_id::text
             where c.state = 'RUNNING'
               and c.edition = (select edition from calendar where code = 'CN')
               and not exists (select 1 from rung lower
                                where lower.clock_id = r.clock_id and lower.generation = r.generation
                                  and lower.step < r.step and lower.state = 'PENDING' and lower.fire_at <= r.fire_at
                                  and lower.id not in (select id from due))
             order by r.fire_at, r.step, r.id
               for update of c, h skip locked
            """;

    private final Statements statements;

    DueRungRows(Statements statements) {
        this.statements = statements;
    }

    public List<DueRung> lockDue(Duration offset, int limit) {
        String shift = offset.toMillis() + " milliseconds";
        return statements.list(LOCK_DUE, DueRungRows::due, shift, limit, shift, shift);
    }

    public void claimed(List<UUID> rungs, Instant at) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rungs.forEach(id -> rows.add(new @Nullable Object[] {at, id}));
        statements.batch("update rung set state = 'CLAIMED', claimed_at = ? where id = ?", rows);
    }

    public void superseded(List<UUID> rungs) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rungs.forEach(id -> rows.add(new @Nullable Object[] {id}));
        statements.batch("update rung set state = 'SUPERSEDED' where id = ?", rows);
    }

    private static DueRung due(ResultSet row) throws SQLException {
        return new DueRung(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("clock_id", UUID.class)),
                Objects.requireNonNull(row.getObject("task_id", UUID.class)),
                row.getInt("generation"),
                row.getInt("step"),
                row.getInt("ladder"),
                ClockKind.valueOf(row.getString("kind")),
                row.getString("period"),
                Objects.requireNonNull(row.getObject("due_day", LocalDate.class)),
                row.getBoolean("overdue"),
                Objects.requireNonNull(Statements.instant(row, "now")),
                row.getString("number"),
                row.getString("title"),
                new ResponsibleOffices(
                        Statements.texts(row, "lead_units"),
                        Statements.texts(row, "responsible_units"),
                        row.getString("bureau")));
    }
}
