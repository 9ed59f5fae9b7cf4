package io.mingjing.task.clock.domain;

/** The colour of a clock (三色督办), computed whenever it is shown, never stored. The thresholds are ours. */
public enum Colour {
    /** Nothing to press for, or ended. */
    NONE,
    /** 蓝: at most two more working days are left after today. */
    BLUE,
    /** 黄: no working day is left after today. */
    YELLOW,
    /** 红: overdue (逾期). */
    RED
}
