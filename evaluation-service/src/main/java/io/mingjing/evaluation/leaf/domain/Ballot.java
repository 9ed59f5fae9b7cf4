package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A pending rating as the mixer holds it in memory, opened, with the row its box lies in. Never stored like this.
 *
 * @param poor whether its level is a poor one (差评) on the scale it was given on
 * @param confirmed whether its visit counts for a gate (anonymity rule K4): confirmed by the independent feed, or made
 *     by a clerk at a place without one; always true in streams that know of no visits
 * @param further whether another matter of its visit went into an earlier leaf: the visit was counted there
 */
public record Ballot(
        LocalDate expDay,
        byte[] h,
        String place,
        RatingRecord rating,
        boolean poor,
        boolean confirmed,
        boolean further) {

    /** Days after a visit within which a feed may still confirm it. */
    private static final int CONFIRMED_WITHIN = 3;

    /**
     * Whether it stays out of a slot because its visit may yet be confirmed: then it counts. Afterwards it goes along
     * with a leaf that others fill.
     */
    public boolean waits(LocalDate slotDay) {
        return !confirmed && !slotDay.isAfter(rating.visitDay().plusDays(CONFIRMED_WITHIN));
    }

    /** Whether it counts among the valid ratings (有效评价). */
    public boolean valid() {
        return rating.marks().validity() == Validity.VALID;
    }

    /**
     * Whether its visit is one of the raters that fill a gate: each visit is so in one leaf only, and one that was not
     * judged valid hides nobody.
     */
    public boolean fillsGate() {
        return confirmed && !further && valid();
    }

    /** Those of its reasons that are such, each once. */
    public SortedSet<String> reasons(Predicate<String> such) {
        return rating.reasons().stream().filter(such).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Says nothing: an opened rating never reaches a log by accident. */
    @Override
    public String toString() {
        return "Ballot[opened]";
    }
}
