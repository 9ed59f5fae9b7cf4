package io.mingjing.task.supervision.persistence;

import io.mingjing.task.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rungs as they were planned and claimed, for comparison with what the ledgers say. */
@ApplicationScoped
public class ToldRungRows {

    /**
     * A rung of any generation.
     *
     * @param claimedAt null unless claimed
     * @param dueDay the due day it was planned for; null for old ones
     */
    public record ToldRung(
            UUID clockId,
            int generation,
            int step,
            Instant fireAt,
            String state,
            @Nullable Instant claimedAt,
            @Nullable LocalDate dueDay) {}

    private final Statements statements;

    ToldRungRows(Statements statements) {
        this.statements = statements;
    }

    public List<ToldRung> ofClocks(Collection<UUID> clockIds) {
        return statements.list(
                "select clock_id, generation, step, fire_at, state, claimed_at, due_day from rung"
                        + " where clock_id = any (?)",
                row -> new ToldRung(
                        Objects.requireNonNull(row.getObject("clock_id", UUID.class)),
                        row.getInt("generation"),
                        row.getInt("step"),
                        Objects.requireNonNull(Statements.instant(row, "fire_at")),
                        row.getString("state"),
                        Statements.instant(row, "claimed_at"),
                        row.getObject("due_day", LocalDate.class)),
                clockIds);
    }
}
