package io.mingjing.evaluation.leaf.domain;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When slots are (anonymity rule K3): each working day at 18:00; sections gather at every 10th and bureaus at every 20th
 * working day, counted from 2021-01-01. The count depends on the calendar alone, never on ratings.
 */
public record SlotSchedule(WorkingCalendar calendar) {

    private static final LocalDate BEFORE_FIRST = LocalDate.of(2020, 12, 31);
    private static final int SECTIONS_EVERY = 10;
    private static final int BUREAUS_EVERY = 20;

    /** The day of the last slot at or before a moment. */
    public LocalDate lastDay(Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment, BusinessClock.ZONE);
        LocalDate before = Slot.at(today).isAfter(moment) ? today : today.plusDays(1);
        return calendar.subtractWorkingDays(before, 1);
    }

    /**
     * What is due at a moment when a slot was run last. Slots missed in between are run as one, the latest: a leaf's
     * task begins at its slot, so a leaf of a day long gone would be born late. It gathers what any of them would have
     * gathered, so that nothing waits longer for a slot that nobody ran.
     *
     * @param lastRun day of the slot that was run last
     * @return empty while the next slot lies ahead
     */
    public Optional<Slot> due(LocalDate lastRun, Instant moment) {
        LocalDate day = lastDay(moment);
        if (!day.isAfter(lastRun)) {
            return Optional.empty();
        }
        return Optional.of(new Slot(day, passes(lastRun, day, SECTIONS_EVERY), passes(lastRun, day, BUREAUS_EVERY)));
    }

    private boolean passes(LocalDate after, LocalDate through, int every) {
        return count(through) / every > count(after) / every;
    }

    private int count(LocalDate day) {
        return calendar.workingDaysBetween(BEFORE_FIRST, day);
    }
}
