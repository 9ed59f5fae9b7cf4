package io.mingjing.task.clock.application;

import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.Limit;
import io.mingjing.task.clock.persistence.PolicyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Limits that the documents leave open: numbers of ours until a city sets its own by a policy row. */
@ApplicationScoped
public class LimitPolicies {

    private final PolicyRows rows;

    LimitPolicies(PolicyRows rows) {
        this.rows = rows;
    }

    /** How soon 立行立改 wants its first action. */
    public Limit.WorkingDays firstAction(LocalDate day) {
        return rows.effective("FIRST_ACTION", day);
    }

    /** How soon the poor ratings (差评) of a closed leaf are to be dealt with. */
    public Limit.WorkingDays poorRatings(LocalDate day) {
        return rows.effective("POOR_RATINGS", day);
    }

    /** Whose numbers a clock that started on a day runs by, in zh-CN; empty where the document states them. */
    String source(ClockKind kind, LocalDate day) {
        return switch (kind) {
            case LIMIT -> "";
            case FIRST_ACTION -> rows.source("FIRST_ACTION", day);
            case PROOF -> "本系统默认值：文件只说“长期坚持”，未定周期，按季度佐证";
        };
    }
}
