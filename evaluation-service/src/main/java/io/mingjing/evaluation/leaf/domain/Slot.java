package io.mingjing.evaluation.leaf.domain;

import io.mingjing.kernel.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A mixing slot: 18:00 Asia/Shanghai of a working day, the only moment at which leaves close.
 *
 * @param gathersSections whether the rest of each section is pooled
 * @param gathersBureaus whether the rest of each bureau, and then of the city, is pooled
 */
public record Slot(LocalDate day, boolean gathersSections, boolean gathersBureaus) {

    public static final LocalTime TIME = LocalTime.of(18, 0);

    public Instant at() {
        return at(day);
    }

    static Instant at(LocalDate day) {
        return day.atTime(TIME).atZone(BusinessClock.ZONE).toInstant();
    }
}
