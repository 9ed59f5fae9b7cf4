package io.mingjing.kernel.calendar;

/** Whether the day on which a limit starts (such as 收到之日) is its first day. The sources are silent, so it is policy. */
public enum StartDay {
    /** Counting begins with the next working day. */
    EXCLUDED,
    /** The start day is the first day if it is a working day. */
    INCLUDED
}
