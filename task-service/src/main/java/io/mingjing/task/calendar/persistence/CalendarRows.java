package io.mingjing.task.calendar.persistence;

import io.mingjing.kernel.calendar.CalendarYear;
import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.task.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Published years: every version is kept, the highest of a year holds. */
@ApplicationScoped
public class CalendarRows {

    private static final String LATEST = """
            select y.year, y.version, d.day, d.kind, d.name, d.document
              from (select year, max(version) as version from calendar_year
                     where calendar = ? and (?::int is null or year = ?) group by year) y
              left join calendar_day d on d.calendar = ? and d.year = y.year and d.version = y.version
             order by y.year, d.day
            """;

    private final Statements statements;

    CalendarRows(Statements statements) {
        this.statements = statements;
    }

    /** How often a calendar was published; empty where there is no such calendar. */
    public OptionalLong edition(String calendar) {
        return edition("select edition from calendar where code = ?", calendar);
    }

    /** The same, and nobody else publishes until the transaction ends. */
    public OptionalLong lockEdition(String calendar) {
        return edition("select edition from calendar where code = ? for update", calendar);
    }

    private OptionalLong edition(String sql, String calendar) {
        return statements.list(sql, row -> row.getLong(1), calendar).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Every published year as it holds now, by year. */
    public List<CalendarYear> years(String calendar) {
        return read(calendar, null);
    }

    public Optional<CalendarYear> year(String calendar, int year) {
        return read(calendar, year).stream().findFirst();
    }

    /** Adds a version of a year and moves the edition. */
    public void add(CalendarYear year, String by, Instant at) {
        statements.update(
                "insert into calendar_year (calendar, year, version, published_by, published_at) values (?, ?, ?, ?, ?)",
                year.calendar(),
                year.year(),
                year.version(),
                by,
                at);
        List<@Nullable Object[]> days = new ArrayList<>();
        for (SetDay day : year.days()) {
            days.add(new @Nullable Object[] {
                year.calendar(), year.year(), year.version(), day.date(), day.kind(), day.name(), day.document()
            });
        }
        statements.batch(
                "insert into calendar_day (calendar, year, version, day, kind, name, document) values (?, ?, ?, ?, ?, ?, ?)",
                days);
        statements.update("update calendar set edition = edition + 1 where code = ?", year.calendar());
    }

    private record Row(int year, int version, @Nullable SetDay day) {}

    private List<CalendarYear> read(String calendar, @Nullable Integer only) {
        List<Row> rows = statements.list(LATEST, CalendarRows::row, calendar, only, only, calendar);
        return rows.stream()
                .collect(Collectors.groupingBy(Row::year, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(year -> new CalendarYear(
                        calendar,
                        year.getFirst().year(),
                        year.getFirst().version(),
                        year.stream()
                                .map(Row::day)
                                .flatMap(day -> Optional.ofNullable(day).stream())
                                .toList()))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        return new Row(
                row.getInt("year"),
                row.getInt("version"),
                day == null
                        ? null
                        : new SetDay(
                                day,
                                SetDay.Kind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getString("document")));
    }
}
