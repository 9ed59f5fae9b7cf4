package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.task.clock.domain.ClockRule.WorkingDayBudget;
import io.mingjing.task.clock.domain.DeadlineProof.Counts;
import io.mingjing.task.clock.domain.DeadlineProof.ProofDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Walks a limit day by day, as a person with the printed calendar would. It shares no arithmetic with {@link DueDay}: that
 * both end on the same day is what makes either worth believing.
 */
public final class Explanation {

    /** No proof is longer; a limit beyond ten years is shown up to here. */
    private static final int MOST_DAYS = 3660;

    private final WorkingCalendar calendar;
    private final List<Pause> pauses;
    private final List<ProofDay> days = new ArrayList<>();
    private int counted;

    private Explanation(WorkingCalendar calendar, List<Pause> pauses) {
        this.calendar = calendar;
        this.pauses = pauses;
    }

    /**
     * Every day of a limit.
     *
     * @param from the first day shown of a limit that ends on a named day
     * @param today where the walk ends while a pause keeps the limit open
     */
    public static List<ProofDay> of(
            ClockRule stated, Ledger ledger, LocalDate from, LocalDate today, WorkingCalendar calendar) {
        Explanation walk = new Explanation(calendar, ledger.pauses());
        ClockRule rule = DueDay.effective(stated, ledger);
        DueDay due = DueDay.of(stated, ledger, calendar);
        switch (rule) {
            case WorkingDayBudget budget -> walk.spend(budget, due.day() == null ? today : LocalDate.MAX);
            case ClockRule.UntilDay until -> {
                LocalDate last = due.day();
                walk.pass(from, last == null ? today : last);
            }
        }
        return walk.days;
    }

    private void spend(WorkingDayBudget budget, LocalDate noFurther) {
        LocalDate day = budget.from();
        if (budget.startDay() == StartDay.EXCLUDED) {
            days.add(new ProofDay(day, Counts.START, 0, null, null));
            day = day.plusDays(1);
        }
        while (counted < budget.days() && days.size() < MOST_DAYS && !day.isAfter(noFurther)) {
            add(day, Counts.COUNTED, Counts.MAKE_UP);
            day = day.plusDays(1);
        }
    }

    private void pass(LocalDate from, LocalDate last) {
        for (LocalDate day = from; !day.isAfter(last) && days.size() < MOST_DAYS; day = day.plusDays(1)) {
            add(day, Counts.PASSES, Counts.PASSES);
        }
    }

    private void add(LocalDate day, Counts worked, Counts madeUp) {
        Optional<SetDay> set = calendar.setDay(day);
        String name = set.map(SetDay::name).orElse(null);
        String document = set.map(SetDay::document).orElse(null);
        if (!calendar.isWorkingDay(day)) {
            Counts off = set.isPresent() ? Counts.HOLIDAY : Counts.WEEKEND;
            days.add(new ProofDay(day, off, counted, name, document));
            return;
        }
        Optional<Pause> pause = pauses.stream().filter(each -> each.covers(day)).findFirst();
        if (pause.isPresent()) {
            days.add(new ProofDay(day, Counts.PAUSED, counted, pause.get().ground(), document));
            return;
        }
        counted++;
        days.add(new ProofDay(day, set.isPresent() ? madeUp : worked, counted, name, document));
    }
}
