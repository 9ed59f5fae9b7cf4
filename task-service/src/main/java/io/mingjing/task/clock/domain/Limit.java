package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.StartDay;
import java.time.LocalDate;

/** A time limit (整改时限) as a document states it. */
public sealed interface Limit {

    /** The document gives none (R-055, silent): no clock runs, and it is never overdue. */
    record NotStated() implements Limit {}

    /**
     * A date, such as 2024年2月5日前.
     *
     * @param includesDay whether the day itself still belongs to the limit; the sources are silent, so it is policy
     */
    record FixedDate(LocalDate date, boolean includesDay) implements Limit {

        /** The last day of the limit. */
        public LocalDate lastDay() {
            return includesDay ? date : date.minusDays(1);
        }
    }

    /**
     * Working days from the start day, such as 5个工作日内.
     *
     * @param days from 1 to 1000
     */
    record WorkingDays(int days, StartDay startDay) implements Limit {

        public WorkingDays {
            if (days < 1 || days > 1000) {
                throw new IllegalArgumentException("From 1 to 1000 working days, not " + days);
            }
        }
    }

    /**
     * 立行立改，长期坚持: a first action within the policy's working days, then a proof each quarter until the
     * task is closed. How soon and how often is policy of ours, the documents do not say.
     */
    record ImmediateAndOngoing() implements Limit {}
}
