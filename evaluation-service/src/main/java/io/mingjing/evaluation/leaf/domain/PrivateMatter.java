package io.mingjing.evaluation.leaf.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rater told beside the rating (anonymity rule K9). It is in no tally of its leaf and changes no count.
 *
 * @param place code of the place; null where only the leaf is known, as for a chip left later on the receipt page
 * @param ownerUnit unit that owned the place on the day of the visit
 * @param matterUnit unit that answers for the procedure
 * @param day civil day of the visit; null where it is not known any more
 * @param level 5 … 1; null where it is not known any more
 * @param reasons codes of the integrity reasons (廉洁问题); empty for a coercion
 * @param note the rater's own words; null where there are none
 */
public record PrivateMatter(
        Kind kind,
        @Nullable String place,
        String ownerUnit,
        @Nullable String matterUnit,
        @Nullable LocalDate day,
        @Nullable Integer level,
        List<String> reasons,
        @Nullable String note) {

    /** Whose business it is. */
    public enum Kind {
        /** 吃拿卡要 and the like: the city's discipline works it, oversight reads it. */
        INTEGRITY,
        /** The chip 被要求打满意: for the city office only. */
        COERCION
    }

    public PrivateMatter {
        reasons = List.copyOf(reasons);
    }

    /** Says nothing: what was told in private never reaches a log by accident. */
    @Override
    public String toString() {
        return "PrivateMatter[opened]";
    }

    /** What was told, all of it: two matters that are equal in it cannot be told apart by anybody. */
    public String told() {
        return String.join(
                "\u001F",
                String.valueOf(place),
                ownerUnit,
                String.valueOf(day),
                String.valueOf(level),
                String.join(",", new TreeSet<>(reasons)),
                String.valueOf(note));
    }
}
