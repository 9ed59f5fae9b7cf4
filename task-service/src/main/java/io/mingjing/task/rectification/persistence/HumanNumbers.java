package io.mingjing.task.rectification.persistence;

import io.mingjing.task.Statements;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Human numbers: one series per unit and year, without gaps except by cancelled drafts. Taking one locks the series until
 * the transaction ends, so it is the last lock a use case takes.
 */
@ApplicationScoped
public class HumanNumbers {

    /** The series there are. */
    public enum Series {
        /** 任务号, such as {@code GY-KJJ-2026-0001}. */
        TASK(""),
        /** 销号编号, such as {@code GY-KJJ-XH-2026-0001}. */
        CLOSE("XH-");

        private final String mark;

        Series(String mark) {
            this.mark = mark;
        }
    }

    private final Statements statements;

    HumanNumbers(Statements statements) {
        this.statements = statements;
    }

    /** The next number of a unit's series. */
    public String next(Series series, String unit, int year) {
        int last =
                statements.first("""
                        insert into human_number (unit, year, series, last) values (?, ?, ?, 1)
                        on conflict (unit, year, series) do update set last = human_number.last + 1
                        returning last""", row -> row.getInt(1), unit, year, series).orElseThrow();
        return "%s-%s%d-%04d".formatted(unit, series.mark, year, last);
    }
}
