package io.mingjing.task.clock.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock is due when it is: every day from its start to its end, printable for a dispute.
 *
 * @param rule the rule in zh-CN, such as 自2026-01-30起30个工作日（起算日不计）
 */
public record DeadlineProof(ClockView clock, String rule, List<ProofDay> days) {

    public DeadlineProof {
        days = List.copyOf(days);
    }

    /** What a day was to the count. */
    public enum Counts {
        /** The start day, which the rule does not count. */
        START,
        /** A working day, counted. */
        COUNTED,
        /** A weekend day that is worked (调休上班), counted. */
        MAKE_UP,
        /** Weekend. */
        WEEKEND,
        /** Holiday (放假). */
        HOLIDAY,
        /** The clock was paused at the end of the day (中止). */
        PAUSED,
        /** A day on the way to a fixed date; nothing is counted. */
        PASSES
    }

    /**
     * One day.
     *
     * @param counted working days counted up to and with this day
     * @param name holiday or ground of the pause; null where the day follows the week
     * @param document the notice that set the day, or the paper of the pause; null where none
     */
    public record ProofDay(
            LocalDate day,
            Counts counts,
            int counted,
            @Nullable String name,
            @Nullable String document) {}
}
