package io.mingjing.evaluation.number.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed leaf as it is published.
 *
 * @param placeCode null above a window
 * @param hall code of the hall of its window when it closed; null above a window
 * @param stream trust class of its ratings, see {@code Streams}
 * @param ratings all ratings; null where as few as the invalid ones are would be named by the difference
 * @param valid valid ratings (有效评价), which every other figure counts
 * @param levels valid ratings at level 1 to 5, in this order
 * @param matters by matter; those too rare to be named under {@code OTHER}
 * @param matterUnits by the unit that answers for the procedure, likewise
 * @param slot day of its slot
 */
public record PublishedLeaf(
        UUID id,
        String number,
        String stream,
        String scope,
        @Nullable String placeCode,
        String placeName,
        @Nullable String hall,
        String ownerUnit,
        String firstWeek,
        String lastWeek,
        long served,
        long raters,
        @Nullable Long ratings,
        long valid,
        List<Long> levels,
        long poor,
        Map<String, Long> reasons,
        Map<String, Long> matters,
        Map<String, Long> matterUnits,
        LocalDate slot) {

    /** What stands in every cell that is hidden; one sentence, so that the sentence says nothing. */
    public static final String HIDDEN = "样本不足，并入更大范围公布";

    private static final String OTHER = "OTHER";

    public PublishedLeaf {
        levels = List.copyOf(levels);
        reasons = Map.copyOf(reasons);
        matters = Map.copyOf(matters);
        matterUnits = Map.copyOf(matterUnits);
    }

    /** Whether some matters are too rare to be named. */
    public boolean hidesMatters() {
        return matters.containsKey(OTHER);
    }

    /** Whether some units that answer for procedures are too rare to be named. */
    public boolean hidesUnits() {
        return matterUnits.containsKey(OTHER);
    }

    /** Whether any cell of it is hidden; which and why is nobody's business. */
    public boolean hidesSomething() {
        return ratings == null || hidesMatters() || hidesUnits();
    }

    /** Whether it knows how many were served: tickets and surveys do not. */
    public boolean countsVisits() {
        return stream.equals("VISIT");
    }
}
