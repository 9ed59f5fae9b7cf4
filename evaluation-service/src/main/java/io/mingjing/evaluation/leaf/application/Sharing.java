package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.domain.Ballot;
import io.mingjing.evaluation.leaf.domain.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets opened ratings that wait for their level share what they have in common: each was read from a box of its own, with
 * codes and days of its own. On a day on which everything gathers, a quarter of a city's ratings lie open at once; so they
 * take less than half of the memory.
 */
final class Sharing {

    private final Map<Object, Object> known = new HashMap<>();

    Pool of(Pool pool) {
        List<Ballot> ballots = pool.ballots().stream().map(this::of).toList();
        return new Pool(pool.key(), pool.drawnAs(), ballots, pool.served(), pool.independent());
    }

    private Ballot of(Ballot ballot) {
        RatingRecord rating = ballot.rating();
        return new Ballot(
                one(ballot.expDay()),
                ballot.h(),
                one(ballot.place()),
                new RatingRecord(
                        rating.level(),
                        one(rating.reasons()),
                        one(rating.matter()),
                        one(rating.raterType()),
                        rating.pf(),
                        rating.receiptHash(),
                        rating.visitTag(),
                        one(rating.stream()),
                        one(rating.marks()),
                        rating.note(),
                        one(rating.visitDay()),
                        one(rating.ownerUnit()),
                        one(rating.matterUnit()),
                        rating.scaleVersion()),
                ballot.poor(),
                ballot.confirmed(),
                ballot.further());
    }

    /** The same value as it was first seen. */
    @SuppressWarnings("unchecked")
    private <T> T one(T value) {
        return (T) Objects.requireNonNullElse(known.putIfAbsent(value, value), value);
    }
}
