package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.task.clock.domain.ClockRule.UntilDay;
import io.mingjing.task.clock.domain.ClockRule.WorkingDayBudget;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link ClockRule} as columns: either a last day, or a budget with where and how it counts. */
@Embeddable
record StoredRule(
        @Column(name = "last_day") @Nullable LocalDate lastDay,
        @Column(name = "counts_from") @Nullable LocalDate countsFrom,
        @Nullable Integer budget,

        @Enumerated(EnumType.STRING) @Column(name = "start_day") @Nullable
        StartDay startDay) {

    static StoredRule of(ClockRule rule) {
        return switch (rule) {
            case UntilDay until -> new StoredRule(until.lastDay(), null, null, null);
            case WorkingDayBudget working -> new StoredRule(null, working.from(), working.days(), working.startDay());
        };
    }

    ClockRule rule() {
        return budget == null || countsFrom == null || startDay == null
                ? new UntilDay(Objects.requireNonNull(lastDay))
                : new WorkingDayBudget(countsFrom, budget, startDay);
    }
}
