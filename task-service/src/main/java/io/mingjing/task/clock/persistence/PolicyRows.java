package io.mingjing.task.clock.persistence;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.task.Statements;
import io.mingjing.task.clock.domain.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Limits that no document states, as policy rows with effective dates. */
@ApplicationScoped
public class PolicyRows {

    private static final String EFFECTIVE = """
            select working_days, start_day from clock_policy
             where name = ? and effective_from <= ? order by effective_from desc limit 1
            """;

    private final Statements statements;

    PolicyRows(Statements statements) {
        this.statements = statements;
    }

    /** The limit in force on a day. */
    public Limit.WorkingDays effective(String name, LocalDate day) {
        return statements
                .first(
                        EFFECTIVE,
                        row -> new Limit.WorkingDays(row.getInt(1), StartDay.valueOf(row.getString(2))),
                        name,
                        day)
                .orElseThrow(() -> new IllegalStateException("No policy " + name + " is in force on " + day));
    }

    /** Whose number the limit in force on a day is, in zh-CN. */
    public String source(String name, LocalDate day) {
        return statements
                .first(
                        "select source from clock_policy where name = ? and effective_from <= ?"
                                + " order by effective_from desc limit 1",
                        row -> row.getString(1),
                        name,
                        day)
                .orElse("");
    }
}
