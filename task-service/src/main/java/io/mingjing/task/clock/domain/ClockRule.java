package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.StartDay;
import java.time.LocalDate;

/** What a clock runs by: the part of a limit that one clock measures, kept on the clock from its start. */
public sealed interface ClockRule {

    /** In zh-CN, for the explanation. */
    String zh();

    /** Until a day, that day included. */
    record UntilDay(LocalDate lastDay) implements ClockRule {
        @Override
        public String zh() {
            return "至" + lastDay + "（含当日）";
        }
    }

    /** A number of working days from a day on. */
    record WorkingDayBudget(LocalDate from, int days, StartDay startDay) implements ClockRule {

        /** The day after which counting begins. */
        LocalDate notCounted() {
            return startDay == StartDay.EXCLUDED ? from : from.minusDays(1);
        }

        @Override
        public String zh() {
            String start = startDay == StartDay.EXCLUDED ? "（起算日不计）" : "（起算日计入）";
            return "自" + from + "起" + days + "个工作日" + start;
        }
    }
}
