package io.mingjing.evaluation.leaf.application;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * A mixing slot is through: its leaves are closed and announced. Observed synchronously, each observer in a transaction of
 * its own, which is committed together with the note that it has done its work. One that fails is told again with the next
 * slot; what it finds ready it does then, so an observer publishes everything that is due, not what one slot brought. An
 * observer's class is its name: one observer in a class.
 *
 * @param day day of the slot; whatever is published bears it
 * @param epoch of the lease under which the slot was run
 * @param firstOfWeek whether it is the first slot of an ISO week that this observer is told of
 * @param firstOfMonth whether it is the first slot of a calendar month that this observer is told of
 */
public record SlotClosed(LocalDate day, long epoch, boolean firstOfWeek, boolean firstOfMonth) {

    /**
     * @param last day of the slot that an observer was through with last; null where there was none
     */
    static SlotClosed toldAfter(@Nullable LocalDate last, LocalDate day, long epoch) {
        return new SlotClosed(
                day,
                epoch,
                last == null || week(last) != week(day),
                last == null || !YearMonth.from(last).equals(YearMonth.from(day)));
    }

    private static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
