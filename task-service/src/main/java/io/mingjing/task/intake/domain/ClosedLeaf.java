package io.mingjing.task.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed leaf (叶): sums over a group of ratings large enough to hide each of them.
 *
 * @param placeCode code of the window; null above a window
 * @param ownerUnit the unit that leads its task
 * @param firstWeek first ISO week of its span, such as {@code 2026-W11}
 * @param slot when it closed; the only time it has
 */
public record ClosedLeaf(
        UUID id,
        String number,
        String stream,
        @Nullable String placeCode,
        String placeName,
        String ownerUnit,
        String firstWeek,
        String lastWeek,
        long served,
        long raters,
        Map<String, Long> levels,
        long poor,
        Map<String, Long> reasons,
        Map<String, Long> matters,
        List<String> caseNumbers,
        Instant slot) {

    public ClosedLeaf {
        levels = Map.copyOf(levels);
        reasons = Map.copyOf(reasons);
        matters = Map.copyOf(matters);
        caseNumbers = List.copyOf(caseNumbers);
    }

    /** Streams whose poor ratings are no task of themselves: a person decides. */
    private static final Set<String> DECIDED_BY_A_PERSON = Set.of("PLACE", "CONTESTED", "SECOND");

    /**
     * Whether it opens a task of itself. Anybody can scan a printed place code, and contest a rating, as often as he likes;
     * what a second rating (追评) leads to is the city office's to say.
     */
    public boolean opensTask() {
        return poor > 0 && !DECIDED_BY_A_PERSON.contains(stream);
    }

    /** The weeks in words. */
    public String span() {
        return firstWeek.equals(lastWeek) ? firstWeek : firstWeek + " 至 " + lastWeek;
    }
}
