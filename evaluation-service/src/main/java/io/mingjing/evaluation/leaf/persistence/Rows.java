package io.mingjing.evaluation.leaf.persistence;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Many rows as one statement: a column each becomes an array, no statement takes more than memory bears. */
final class Rows {

    private static final int AT_ONCE = 5_000;

    private Rows() {}

    /** The same rows in the same order, some thousands at a time. */
    static <T> List<List<T>> inChunks(List<T> rows) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            chunks.add(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
        return chunks;
    }

    /** One column; the driver takes bytea only as {@code byte[][]}. */
    @SuppressWarnings("unchecked")
    static <T, C> java.sql.Array array(
            Connection connection, String sqlType, List<T> rows, Class<C> type, Function<T, C> column)
            throws SQLException {
        return connection.createArrayOf(
                sqlType, rows.stream().map(column).toArray(size -> (C[]) Array.newInstance(type, size)));
    }
}
