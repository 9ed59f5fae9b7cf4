package io.mingjing.task.clock.persistence;

import io.mingjing.kernel.http.Role;
import io.mingjing.task.Statements;
import io.mingjing.task.clock.domain.Ladder;
import io.mingjing.task.clock.domain.LadderStep;
import io.mingjing.task.clock.domain.RungName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ladders as policy rows with effective dates. A version never changes, so it is read once. */
@ApplicationScoped
public class LadderRows {

    private static final String STEPS =
            "select step, rung, offset_days, reach, roles from ladder_step where ladder = ? order by step";

    private final Statements statements;
    private final Map<Integer, Ladder> known = new ConcurrentHashMap<>();

    LadderRows(Statements statements) {
        this.statements = statements;
    }

    /** The ladder of clocks that start on a day. */
    public Ladder effective(LocalDate day) {
        return statements
                .first(
                        "select version from ladder where effective_from <= ? order by effective_from desc limit 1",
                        row -> row.getInt(1),
                        day)
                .map(this::version)
                .orElseThrow(() -> new IllegalStateException("No ladder is in force on " + day));
    }

    public Ladder version(int version) {
        return known.computeIfAbsent(version, this::read);
    }

    private Ladder read(int version) {
        int holdDays = statements
                .first("select hold_days from ladder where version = ?", row -> row.getInt(1), version)
                .orElseThrow();
        List<LadderStep> steps = statements.list(STEPS, LadderRows::step, version);
        return new Ladder(version, holdDays, steps);
    }

    private static LadderStep step(ResultSet row) throws SQLException {
        return new LadderStep(
                row.getInt("step"),
                RungName.valueOf(row.getString("rung")),
                row.getInt("offset_days"),
                LadderStep.Reach.valueOf(row.getString("reach")),
                Statements.texts(row, "roles").stream().map(Role::valueOf).toList());
    }
}
