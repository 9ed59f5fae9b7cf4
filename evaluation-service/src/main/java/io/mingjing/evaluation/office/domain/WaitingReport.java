package io.mingjing.evaluation.office.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The weekly publication of what waits in a city (anonymity rule K10). A count below k is null and nowhere else.
 *
 * @param week ISO week, such as {@code 2026-W12}
 * @param slot day of the week's first slot, with which it was counted
 * @param accepted ratings of visits of the four weeks before
 * @param pending ratings that no leaf has taken
 * @param medianAge working days (工作日) since the visit that half of them do not exceed
 * @param ninetiethAge working days that nine in ten do not exceed
 * @param oldestAge working days of the oldest
 * @param late those that wait longer than the city promised
 */
public record WaitingReport(
        String city,
        String week,
        LocalDate slot,
        @Nullable Long accepted,
        @Nullable Long pending,
        @Nullable Integer medianAge,
        @Nullable Integer ninetiethAge,
        @Nullable Integer oldestAge,
        @Nullable Long late) {

    /**
     * What may be published of a count.
     *
     * @param k no smaller group is told
     */
    public static WaitingReport of(
            String city, String week, LocalDate slot, long accepted, Ages ages, int promised, int k) {
        boolean enough = ages.total() >= k;
        long late = ages.olderThan(promised);
        // With the total, what is not late would tell a smaller group of late ones, and the other way round.
        boolean lateTold = enough && clear(late, k) && clear(ages.total() - late, k);
        return new WaitingReport(
                city,
                week,
                slot,
                accepted >= k ? accepted : null,
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
