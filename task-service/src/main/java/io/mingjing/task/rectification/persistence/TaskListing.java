package io.mingjing.task.rectification.persistence;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.task.Statements;
import io.mingjing.task.rectification.domain.TaskState;
import io.mingjing.task.rectification.domain.TimeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of tasks, newest first; drafts are the plan's and in no list. */
@ApplicationScoped
public class TaskListing {

    /** A task in a list. */
    public record Row(
            UUID id,
            String number,
            String title,
            TaskState state,
            String bureau,
            List<String> leads,
            TimeLimit limit,
            Instant createdAt) {

        public Row {
            leads = List.copyOf(leads);
        }
    }

    /** Where a list goes on: behind this task. */
    public record After(Instant createdAt, UUID id) {}

    /**
     * What a list shows.
     *
     * @param everything whether the reader sees all tasks; otherwise those of the bureaus, and those of the units
     * @param units units that lead or are responsible
     * @param within only tasks of these bureaus or units; null for no such filter
     */
    public record Wanted(
            boolean everything,
            List<String> bureaus,
            List<String> units,
            @Nullable List<String> within,
            @Nullable TaskState state) {

        public Wanted {
            bureaus = List.copyOf(bureaus);
            units = List.copyOf(units);
        }
    }

    /** Two indexed ways to a task, joined before the sort; an OR over both would walk all tasks of the city. */
    private static final String OF_UNITS = """
             and t.id in (select id from task where bureau = any (?::text[]) and state <> 'DRAFT'
                          union select task_id from task_unit where unit = any (?::text[]))""";

    private final Statements statements;

    TaskListing(Statements statements) {
        this.statements = statements;
    }

    public List<Row> page(Wanted wanted, @Nullable After after, int rows) {
        StringBuilder sql = new StringBuilder("""
                select t.id, t.number, t.title, t.state, t.bureau, t.created_at, t.limit_kind, t.limit_words,
                       t.limit_date, t.limit_includes_day, t.limit_days, t.limit_start_day,
                       array(select u.unit from task_unit u
                              where u.task_id = t.id and u.part = 'LEAD' order by u.position) as leads
                  from task t
                 where t.state <> 'DRAFT'""");
        List<@Nullable Object> values = new ArrayList<>();
        if (!wanted.everything()) {
            sql.append(OF_UNITS);
            values.add(wanted.bureaus());
            values.add(wanted.units());
        }
        if (wanted.within() != null) {
            sql.append(OF_UNITS);
            values.add(wanted.within());
            values.add(wanted.within());
        }
        if (wanted.state() != null) {
            sql.append(" and t.state = ?");
            values.add(wanted.state());
        }
        if (after != null) {
            sql.append(" and (t.created_at, t.id) < (?, ?)");
            values.add(after.createdAt());
            values.add(after.id());
        }
        sql.append(" order by t.created_at desc, t.id desc limit ?");
        values.add(rows);
        return statements.list(sql.toString(), TaskListing::row, values.toArray());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                TaskState.valueOf(row.getString("state")),
                row.getString("bureau"),
                Statements.texts(row, "leads"),
                limit(row),
                Objects.requireNonNull(Statements.instant(row, "created_at")));
    }

    private static TimeLimit limit(ResultSet row) throws SQLException {
        String startDay = row.getString("limit_start_day");
        return new TimeLimit(
                TimeLimit.Kind.valueOf(row.getString("limit_kind")),
                row.getString("limit_words"),
                row.getObject("limit_date", LocalDate.class),
                row.getObject("limit_includes_day", Boolean.class),
                row.getObject("limit_days", Integer.class),
                startDay == null ? null : StartDay.valueOf(startDay));
    }
}
