package io.mingjing.evaluation.leaf.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all ratings of a leaf have in common; null where they differ. A value that only some of them carry would, beside a
 * level, tie that level to whoever was there for that matter, of that type, through that channel: closer than poor ÷
 * raters of the leaf.
 */
public record Shared(
        @Nullable String place,
        @Nullable String ownerUnit,
        @Nullable String matter,
        @Nullable String matterUnit,
        @Nullable String raterType,
        @Nullable Integer pf,
        @Nullable Integer scaleVersion) {

    public static Shared of(List<Ballot> ballots) {
        return new Shared(
                common(ballots, Ballot::place),
                common(ballots, ballot -> ballot.rating().ownerUnit()),
                common(ballots, ballot -> ballot.rating().matter()),
                common(ballots, ballot -> ballot.rating().matterUnit()),
                common(ballots, ballot -> ballot.rating().raterType()),
                common(ballots, ballot -> ballot.rating().pf()),
                common(ballots, ballot -> ballot.rating().scaleVersion()));
    }

    private static <T> @Nullable T common(List<Ballot> ballots, Function<Ballot, T> value) {
        List<T> distinct = ballots.stream().map(value).distinct().limit(2).toList();
        return distinct.size() == 1 ? distinct.getFirst() : null;
    }
}
