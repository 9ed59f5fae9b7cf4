package io.mingjing.benchmark.day;

import io.mingjing.benchmark.parts.Evaluation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the day again with plain SQL, by other statements than the service's own. */
public final class DayCount {

    /** Where every rating is. */
    public record Balance(long accepted, long pending, long mixed, long quarantined, long tested) {

        public boolean balanced() {
            return accepted == pending + mixed + quarantined + tested;
        }
    }

    private static final String BALANCE = """
            select (select count(*) from intake), (select count(*) from intake where box is not null),
                   (select count(*) from rating), (select count(*) from quarantine),
                   (select coalesce(sum(boxes), 0) from tested)
            """;

    /** Leaves whose sums are not those of their rows. */
    private static final String OTHER_SUMS = """
            with counted as (
                select leaf_id, count(*) as ratings,
                       array[count(*) filter (where level = 1), count(*) filter (where level = 2),
                             count(*) filter (where level = 3), count(*) filter (where level = 4),
                             count(*) filter (where level = 5)] as levels,
                       count(*) filter (where level <= 2) as poor
                  from rating where validity = 'VALID' group by leaf_id),
            told as (
                select leaf_id, jsonb_object_agg(reason, times) as reasons
                  from (select leaf_id, reason, count(*) as times
                          from rating, unnest(reasons) as reason where validity = 'VALID' group by leaf_id, reason) r
                 group by leaf_id)
            select count(*) from leaf l
              full join counted c on c.leaf_id = l.id
              left join told t on t.leaf_id = l.id
             where (l.ratings, l.levels, l.poor) is distinct from (c.ratings, c.levels, c.poor)
                or l.reasons is distinct from coalesce(t.reasons, '{}')
                or (select coalesce(sum(value::bigint), 0) from jsonb_each_text(l.matters)) <> c.ratings
            """;

    private static final String WINDOWS = "select place, levels from leaf where scope = 'WINDOW'";
    private static final String LEVELS = "select level, count(*) from rating group by level";
    private static final String RECEIPTS = "select count(*) from receipt";

    private final Evaluation evaluation;

    public DayCount(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    public Balance balance() {
        return ask(
                        BALANCE,
                        row -> new Balance(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .getFirst();
    }

    /** How many leaves say something else than their rows. */
    public long leavesWithOtherSums() {
        return ask(OTHER_SUMS, row -> row.getLong(1)).getFirst();
    }

    public long receipts() {
        return ask(RECEIPTS, row -> row.getLong(1)).getFirst();
    }

    /** Ratings at level 1 to 5 of each window that closed by itself. */
    public Map<String, List<Long>> windowLeaves() {
        Map<String, List<Long>> leaves = new HashMap<>();
        ask(
                WINDOWS,
                row -> leaves.put(
                        row.getString(1), List.of((Long[]) row.getArray(2).getArray())));
        return leaves;
    }

    /** Mixed ratings at level 1 to 5. */
    public List<Long> mixedLevels() {
        Long[] levels = {0L, 0L, 0L, 0L, 0L};
        ask(LEVELS, row -> levels[row.getInt(1) - 1] = row.getLong(2));
        return List.of(levels);
    }

    private interface Reader<T> {
        @org.jspecify.annotations.Nullable
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(String sql, Reader<T> reader) {
        try (Connection connection = evaluation.asSuperUser();
                Statement query = connection.createStatement()) {
            ResultSet row = query.executeQuery(sql);
            List<T> rows = new ArrayList<>();
            while (row.next()) {
                T read = reader.read(row);
                if (read != null) {
                    rows.add(read);
                }
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException("the day could not be counted", broken);
        }
    }
}
