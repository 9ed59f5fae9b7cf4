package io.mingjing.task.clock.persistence;

import io.mingjing.task.Statements;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.PlannedRung;
import io.mingjing.task.clock.domain.Told;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rungs as they are planned, moved and withdrawn; claiming them is supervision's. */
@ApplicationScoped
public class RungRows {

    private final Statements statements;

    RungRows(Statements statements) {
        this.statements = statements;
    }

    /** Adds the rungs of the clock's present generation. */
    public void add(Clock clock, List<PlannedRung> rungs, Supplier<UUID> ids) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PlannedRung rung : rungs) {
            rows.add(new @Nullable Object[] {
                ids.get(),
                clock.id(),
                clock.generation(),
                rung.step().rung(),
                rung.step().number(),
                rung.fireAt(),
                rung.past() ? "PAST" : "PENDING",
                clock.dueDay()
            });
        }
        statements.batch(
                "insert into rung (id, clock_id, generation, rung, step, fire_at, state, due_day)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Moves rungs that have not been claimed. */
    public void move(Clock clock, List<PlannedRung> rungs) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PlannedRung rung : rungs) {
            rows.add(new @Nullable Object[] {
                rung.fireAt(), clock.id(), clock.generation(), rung.step().number()
            });
        }
        statements.batch(
                "update rung set fire_at = ? where clock_id = ? and generation = ? and step = ? and state = 'PENDING'",
                rows);
    }

    public void cancelPending(UUID clockId) {
        statements.update("update rung set state = 'CANCELLED' where clock_id = ? and state = 'PENDING'", clockId);
    }

    /** What generations before one have claimed since a moment, in all and of a due day. */
    public Told told(UUID clockId, int before, Instant since, LocalDate dueDay) {
        return statements
                .first(
                        "select coalesce(max(step), -1), coalesce(max(step) filter (where due_day = ?), -1) from rung"
                                + " where clock_id = ? and generation < ? and state = 'CLAIMED' and claimed_at >= ?",
                        row -> new Told(row.getInt(1), row.getInt(2)),
                        dueDay,
                        clockId,
                        before,
                        since)
                .orElseThrow();
    }

    /** The highest step claimed since a moment; -1 for none. */
    public int reached(UUID clockId, Instant since) {
        return statements
                .first(
                        "select coalesce(max(step), -1) from rung"
                                + " where clock_id = ? and state = 'CLAIMED' and claimed_at >= ?",
                        row -> row.getInt(1),
                        clockId,
                        since)
                .orElse(-1);
    }
}
