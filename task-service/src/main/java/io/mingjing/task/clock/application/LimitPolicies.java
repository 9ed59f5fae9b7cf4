package io.mingjing.task.clock.application;

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
}
