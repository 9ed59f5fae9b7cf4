package io.mingjing.evaluation.office.domain;

import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.domain.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the city office knows of a closed leaf (叶).
 *
 * @param placeCode null above a window
 * @param ratings all ratings, those that were found not valid at intake among them
 * @param levels valid ratings at level 1 to 5, in this order
 */
public record LeafFacts(
        UUID id,
        String number,
        Scope scope,
        String stream,
        @Nullable String placeCode,
        String placeName,
        String ownerUnit,
        long ratings,
        List<Long> levels,
        long poor,
        LocalDate slot) {

    public LeafFacts {
        levels = List.copyOf(levels);
    }

    /** Valid ratings (有效评价). */
    public long valid() {
        return levels.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether it is the city's own: no bureau sees it, nothing of it ever leaves the service. */
    public boolean ofCity() {
        return scope == Scope.CITY;
    }

    /** Whether the city office may pass its poor ratings on to the unit (转办). */
    public boolean mayBePassedOn() {
        return poor > 0 && Leaf.mayBePassedOn(scope, stream);
    }
}
