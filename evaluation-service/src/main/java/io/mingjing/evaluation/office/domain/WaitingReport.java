package io.mingjing.evaluation.office.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The weekly publication of what waits in a city (anonymity rule K10). A count below k is null and nowhere else.
 *
 * @param week ISO week, such as {@code 2026-W12}
 * @param slot day of the week's first slot, with which it was counted
 * @param closedWeek the last ISO week of whose visits nobody can rate any more
 * @param accepted ratings that were accepted with codes of that week, self-tests not among them
 * @param remaining those of them that no leaf has taken
 * @param pending all ratings that no leaf has taken
 * @param medianAge working days (工作日) since the visit that half of them do not exceed
 * @param ninetiethAge working days that nine in ten do not exceed
 * @param oldestAge working days of the oldest
 * @param late those that wait longer than the city promised
 */
public record WaitingReport(
        String city,
        String week,
        LocalDate slot,
        @Nullable String closedWeek,
        @Nullable Long accepted,
        @Nullable Long remaining,
        @Nullable Long pending,
        @Nullable Integer medianAge,
        @Nullable Integer ninetiethAge,
        @Nullable Integer oldestAge,
        @Nullable Long late) {

    /** A week that is over: what was accepted, and what of it still waits. */
    public record Closed(String week, long accepted, long remaining) {}

    /**
     * What may be published of a count.
     *
     * @param k no smaller group is told
     */
    public static WaitingReport of(
            String city, String week, LocalDate slot, Closed closed, Ages ages, int promised, int k) {
        boolean enough = ages.total() >= k;
        long late = ages.olderThan(promised);
        // With the total, what is not late would tell a smaller group of late ones, and the other way round.
        boolean lateTold = enough && clear(late, k) && clear(ages.total() - late, k);
        boolean acceptedTold = clear(closed.accepted(), k);
        boolean remainingTold = acceptedTold
                && clear(closed.remaining(), k)
                && clear(closed.accepted() - closed.remaining(), k)
                && (!enough || clear(ages.total() - closed.remaining(), k));
        return new WaitingReport(
                city,
                week,
                slot,
                closed.week(),
                acceptedTold ? closed.accepted() : null,
                remainingTold ? closed.remaining() : null,
                enough ? ages.total() : null,
                enough ? ages.percentile(50) : null,
                enough ? ages.percentile(90) : null,
                enough ? ages.oldest() : null,
                lateTold ? late : null);
    }

    /** Nobody at all is no group. */
    private static boolean clear(long count, int k) {
        return count == 0 || count >= k;
    }
}
