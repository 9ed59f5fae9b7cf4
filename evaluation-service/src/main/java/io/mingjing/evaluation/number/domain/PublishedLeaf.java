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
 * @param levels ratings at level 1 to 5, in this order
 * @param matters by matter; those too rare to be named under {@code OTHER}
 * @param slot day of its slot
 */
public record PublishedLeaf(
        UUID id,
        String number,
        String stream,
        String scope,
        @Nullable String placeCode,
        String placeName,
        String ownerUnit,
        String firstWeek,
        String lastWeek,
        long served,
        long raters,
        long ratings,
        List<Long> levels,
        long poor,
        Map<String, Long> reasons,
        Map<String, Long> matters,
        LocalDate slot) {

    /** What stands in every cell that is hidden; one sentence, so that the sentence says nothing. */
    public static final String HIDDEN = "样本不足，并入更大范围公布";

    private static final String OTHER = "OTHER";

    public PublishedLeaf {
        levels = List.copyOf(levels);
        reasons = Map.copyOf(reasons);
        matters = Map.copyOf(matters);
    }

    /** Whether some matters are too rare to be named. */
    public boolean hidesMatters() {
        return matters.containsKey(OTHER);
    }
}
