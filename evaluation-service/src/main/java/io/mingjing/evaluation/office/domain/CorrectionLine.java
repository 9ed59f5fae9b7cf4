package io.mingjing.evaluation.office.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is published of corrections: never fewer than k ratings.
 *
 * @param scope whether it is about a leaf, about what a bureau's leaves had together, or about the city's own leaves
 * @param unit owner of the leaf, or the bureau
 * @param leafNumber number of the leaf (叶号); null where several are taken together
 * @param levels ratings found not valid at level 1 to 5, in this order
 * @param grounds ratings by ground where each has at least k; otherwise empty
 * @param slot day of the slot it was published with
 */
public record CorrectionLine(
        UUID id,
        Scope scope,
        String unit,
        @Nullable String leafNumber,
        long ratings,
        List<Long> levels,
        Map<Ground, Long> grounds,
        LocalDate slot) {

    /** What a line is about. */
    public enum Scope {
        LEAF,
        BUREAU,
        CITY
    }

    public CorrectionLine {
        levels = List.copyOf(levels);
        grounds = Map.copyOf(grounds);
    }
}
