package io.mingjing.kernel.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what to send as {@code after} for the following page; null on the last
 */
public record ListPage<T>(List<T> items, @Nullable String next) {

    /** Largest page. */
    public static final int MAX = 200;

    /** Page size where none is asked for. */
    public static final int USUAL = 50;

    public ListPage {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows that were read with {@code limit + 1}.
     *
     * @param cursor the opaque cursor of a row, see {@link Cursor}
     */
    public static <T> ListPage<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new ListPage<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new ListPage<>(items, cursor.apply(items.getLast()));
    }

    /**
     * The page size for what the caller asked: {@link #USUAL} for nothing, never more than {@link #MAX}.
     *
     * @throws ProblemException bad request, below 1
     */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1) {
            throw new ProblemException(
                    CommonProblem.BAD_REQUEST,
                    "参数有误",
                    "A parameter is not right",
                    List.of(new ProblemException.Violation(
                            "limit", "应为 1 至 " + MAX + " 的整数", "must be a whole number from 1 to " + MAX)),
                    Map.of());
        }
        return Math.min(asked, MAX);
    }

    public <R> ListPage<R> map(Function<T, R> mapper) {
        return new ListPage<>(items.stream().map(mapper).toList(), next);
    }
}
