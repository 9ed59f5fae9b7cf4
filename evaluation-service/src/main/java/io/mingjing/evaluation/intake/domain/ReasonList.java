package io.mingjing.evaluation.intake.domain;

import io.mingjing.evaluation.intake.domain.Scale.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A version of the city's own reasons (本地评价原因, R-139 to R-141), kept apart from the national list, which nobody but
 * the nation may add to.
 *
 * @param fromDay first day it is in force
 */
public record ReasonList(int version, LocalDate fromDay, String name, List<LocalReason> reasons) {

    /** The level of a reason that may be ticked at every level. */
    public static final int ANY_LEVEL = 0;

    /** @param level 5 … 1, or {@link #ANY_LEVEL} */
    public record LocalReason(int level, Reason reason) {}

    public ReasonList {
        reasons = List.copyOf(reasons);
    }

    /** What may be ticked at a level: its own first, then what stands at every level. */
    Stream<Reason> at(int level) {
        return Stream.concat(of(level), of(ANY_LEVEL));
    }

    private Stream<Reason> of(int level) {
        return reasons.stream().filter(one -> one.level() == level).map(LocalReason::reason);
    }
}
