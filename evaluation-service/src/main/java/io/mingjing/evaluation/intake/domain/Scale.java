package io.mingjing.evaluation.intake.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A version of the scale, with the reasons that may be ticked: the national ones of the version and those of the
 * city's own list that is in force beside it.
 *
 * @param fromDay first day it is in force
 * @param poorUpTo levels up to this one are poor (差评)
 * @param levels best first
 */
public record Scale(int version, LocalDate fromDay, int poorUpTo, List<Level> levels) {

    /**
     * @param level 5 … 1
     * @param value for means, as whole percent
     * @param reasons what one may tick at this level
     */
    public record Level(int level, String zh, String en, int value, List<Reason> reasons) {

        public Level {
            reasons = List.copyOf(reasons);
        }

        public boolean hasIntegrity() {
            return reasons.stream().anyMatch(Reason::integrity);
        }

        public boolean hasReason(String code) {
            for (Reason reason : reasons) {
                if (reason.code().equals(code)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** @param integrity whether it goes to city discipline (市纪检) and into no tally */
    public record Reason(String code, String zh, String en, boolean integrity) {}

    public Scale {
        levels = List.copyOf(levels);
    }

    /** The same scale with the city's own reasons behind the national ones of each level. */
    public Scale with(ReasonList local) {
        return new Scale(
                version,
                fromDay,
                poorUpTo,
                levels.stream()
                        .map(level -> new Level(
                                level.level(),
                                level.zh(),
                                level.en(),
                                level.value(),
                                Stream.concat(level.reasons().stream(), local.at(level.level()))
                                        .toList()))
                        .toList());
    }

    public Optional<Level> level(int level) {
        for (Level one : levels) {
            if (one.level() == level) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    public boolean isPoor(int level) {
        return level <= poorUpTo;
    }
}
