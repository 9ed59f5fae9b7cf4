package io.mingjing.task.rectification.domain;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.task.clock.domain.Limit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task's time limit (整改时限): the document's words, and what they mean to a clock.
 *
 * @param given the document's words; null where it is silent
 */
@Embeddable
public record TimeLimit(
        @Enumerated(EnumType.STRING) @Column(name = "limit_kind")
        Kind kind,

        @Column(name = "limit_words") @Nullable String given,
        @Column(name = "limit_date") @Nullable LocalDate date,
        @Column(name = "limit_includes_day") @Nullable Boolean includesDay,
        @Column(name = "limit_days") @Nullable Integer days,

        @Enumerated(EnumType.STRING) @Column(name = "limit_start_day") @Nullable
        StartDay startDay) {

    /** The kinds of limit a plan may state. */
    public enum Kind {
        NOT_STATED,
        FIXED_DATE,
        WORKING_DAYS,
        IMMEDIATE_AND_ONGOING
    }

    public static TimeLimit of(@Nullable String words, Limit limit) {
        return switch (limit) {
            case Limit.NotStated none -> new TimeLimit(Kind.NOT_STATED, words, null, null, null, null);
            case Limit.FixedDate fixed ->
                new TimeLimit(Kind.FIXED_DATE, words, fixed.date(), fixed.includesDay(), null, null);
            case Limit.WorkingDays working ->
                new TimeLimit(Kind.WORKING_DAYS, words, null, null, working.days(), working.startDay());
            case Limit.ImmediateAndOngoing ongoing ->
                new TimeLimit(Kind.IMMEDIATE_AND_ONGOING, words, null, null, null, null);
        };
    }

    public Limit limit() {
        return switch (kind) {
            case NOT_STATED -> new Limit.NotStated();
            case FIXED_DATE -> new Limit.FixedDate(Objects.requireNonNull(date), Objects.requireNonNull(includesDay));
            case WORKING_DAYS -> new Limit.WorkingDays(Objects.requireNonNull(days), Objects.requireNonNull(startDay));
            case IMMEDIATE_AND_ONGOING -> new Limit.ImmediateAndOngoing();
        };
    }

    /** The document's words, or ours where it is silent. */
    public String words() {
        if (given != null) {
            return given;
        }
        return switch (limit()) {
            case Limit.NotStated none -> "文件未写明时限";
            case Limit.FixedDate fixed -> fixed.date() + (fixed.includesDay() ? "前（含当日）" : "前（不含当日）");
            case Limit.WorkingDays working -> working.days() + " 个工作日内";
            case Limit.ImmediateAndOngoing ongoing -> "立行立改，长期坚持";
        };
    }
}
