package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where every accepted rating is. {@link #now} reads what the mixer keeps and counts only the few days that still take
 * ratings, so it costs the same however many there ever were; {@link #recount} counts every row and must say the same.
 */
@ApplicationScoped
public class IntakeBalance {

    /**
     * @param accepted rows the intake ever took, those of dropped partitions included
     * @param pending boxes that still hold a rating
     * @param mixed ratings in leaves
     * @param quarantined boxes that do not open
     * @param tested self-test boxes that were taken out
     */
    public record Balance(long accepted, long pending, long mixed, long quarantined, long tested) {

        public boolean balanced() {
            return accepted == pending + mixed + quarantined + tested;
        }
    }

    /** Of days with a partition; the others were dropped when all their boxes were empty. */
    private static final String OPEN_DAYS = """
            select to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD') from pg_inherits
             where inhparent = 'intake'::regclass
            except select exp_day from intake_tally where accepted is not null
            """;

    private static final String KEPT = """
            with live as (select (%s) + coalesce(sum(accepted), 0) as accepted, coalesce(sum(emptied), 0) as emptied
                            from intake_tally)
            select live.accepted + (select coalesce(sum(accepted), 0) from intake_dropped),
                   live.accepted - live.emptied,
                   (select coalesce(sum(ratings), 0) from mixed_tally),
                   (select count(*) from quarantine),
                   (select coalesce(sum(boxes), 0) from tested)
              from live
            """;

    private static final String COUNTED = """
            select (select count(*) from intake) + (select coalesce(sum(accepted), 0) from intake_dropped),
                   (select count(*) from intake where box is not null),
                   (select count(*) from rating),
                   (select count(*) from quarantine),
                   (select coalesce(sum(boxes), 0) from tested)
            """;

    private final AgroalDataSource database;

    IntakeBalance(AgroalDataSource database) {
        this.database = database;
    }

    public Balance now() {
        try (Connection connection = database.getConnection()) {
            String open =
                    openDays(connection).stream().map("date '%s'"::formatted).collect(Collectors.joining(", "));
            // The days stand in the statement itself: only so does the database leave all other partitions alone.
            return read(
                    connection,
                    KEPT.formatted(
                            open.isEmpty()
                                    ? "0::bigint"
                                    : "select count(*) from intake where exp_day in (" + open + ")"));
        } catch (SQLException broken) {
            throw new IllegalStateException("the balance could not be read", broken);
        }
    }

    /** Every rating counted where it lies, in one snapshot: minutes, where there are a hundred million. */
    public Balance recount() {
        try (Connection connection = database.getConnection()) {
            return read(connection, COUNTED);
        } catch (SQLException broken) {
            throw new IllegalStateException("the balance could not be counted", broken);
        }
    }

    private static List<LocalDate> openDays(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OPEN_DAYS)) {
            ResultSet rows = query.executeQuery();
            List<LocalDate> days = new ArrayList<>();
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
            return days;
        }
    }

    private static Balance read(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            ResultSet row = query.executeQuery();
            row.next();
            return new Balance(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }
}
