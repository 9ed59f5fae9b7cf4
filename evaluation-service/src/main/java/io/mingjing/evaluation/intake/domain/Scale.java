package io.mingjing.evaluation.intake.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of the scale.
 *
 * @param fromDay first day it is in force
 * @param poorUpTo levels up to this one are poor (差评)
 * @param levels best first
 */
public record Scale(int version, LocalDate fromDay, int poorUpTo, List<Level> levels) {

    /**
     * @param level 5 … 1
     * @param reasons what one may tick at this level
     */
    public record Level(int level, String zh, String en, List<Reason> reasons) {

        public Level {
            reasons = List.copyOf(reasons);
        }

        public boolean hasReason(String code) {
            return reasons.stream().anyMatch(reason -> reason.code().equals(code));
        }
    }

    public record Reason(String code, String zh, String en) {}

    public Scale {
        levels = List.copyOf(levels);
    }

    public Optional<Level> level(int level) {
        return levels.stream().filter(one -> one.level() == level).findFirst();
    }

    public boolean isPoor(int level) {
        return level <= poorUpTo;
    }
}
