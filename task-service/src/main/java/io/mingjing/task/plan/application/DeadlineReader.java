package io.mingjing.task.plan.application;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.task.Fields;
import io.mingjing.task.clock.domain.Limit;
import io.mingjing.task.plan.domain.PlanDocument.DeadlinePart;
import io.mingjing.task.rectification.domain.TimeLimit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time limit (整改时限) and sees that it says neither too little nor too much for its kind.
 *
 * @param beforeIncludesDay whether 前 includes the day where the plan does not say
 */
record DeadlineReader(boolean beforeIncludesDay) {

    @Nullable
    TimeLimit read(Fields fields, String path, @Nullable DeadlinePart part) {
        if (part == null) {
            fields.violations()
                    .add(
                            path,
                            "必填；文件没有写明时限时填 {\"kind\": \"NOT_STATED\"}",
                            "is required; where the document states none: {\"kind\": \"NOT_STATED\"}");
            return null;
        }
        String words = fields.optional(path + ".words", part.words(), 200);
        TimeLimit.Kind kind = fields.word(path + ".kind", part.kind(), TimeLimit.Kind.class);
        if (kind == null) {
            return null;
        }
        onlyFor(fields, path + ".date", part.date(), kind, TimeLimit.Kind.FIXED_DATE);
        onlyFor(fields, path + ".includesDay", part.includesDay(), kind, TimeLimit.Kind.FIXED_DATE);
        onlyFor(fields, path + ".days", part.days(), kind, TimeLimit.Kind.WORKING_DAYS);
        onlyFor(fields, path + ".startDay", part.startDay(), kind, TimeLimit.Kind.WORKING_DAYS);
        Limit limit =
                switch (kind) {
                    case NOT_STATED -> new Limit.NotStated();
                    case FIXED_DATE -> fixed(fields, path, part);
                    case WORKING_DAYS -> working(fields, path, part);
                    case IMMEDIATE_AND_ONGOING -> new Limit.ImmediateAndOngoing();
                };
        return limit == null ? null : TimeLimit.of(words, limit);
    }

    private @Nullable Limit fixed(Fields fields, String path, DeadlinePart part) {
        LocalDate date = fields.day(path + ".date", part.date());
        boolean includes = part.includesDay() == null ? beforeIncludesDay : part.includesDay();
        return date == null ? null : new Limit.FixedDate(date, includes);
    }

    private static @Nullable Limit working(Fields fields, String path, DeadlinePart part) {
        Integer days = fields.number(path + ".days", part.days(), 1, 1000);
        StartDay start = part.startDay() == null
                ? StartDay.EXCLUDED
                : fields.word(path + ".startDay", part.startDay(), StartDay.class);
        return days == null || start == null ? null : new Limit.WorkingDays(days, start);
    }

    private static void onlyFor(
            Fields fields, String path, @Nullable Object given, TimeLimit.Kind kind, TimeLimit.Kind only) {
        if (given != null && kind != only) {
            fields.violations().add(path, "只有 " + only + " 才填写此项", "is only for " + only);
        }
    }
}
