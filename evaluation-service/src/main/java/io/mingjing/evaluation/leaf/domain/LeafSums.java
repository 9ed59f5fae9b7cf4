package io.mingjing.evaluation.leaf.domain;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What is published of a leaf (anonymity rules K6, K9): counts that say nothing smaller than the leaf. Each of them counts
 * valid ratings (有效评价, R-138); all there are stand beside them in {@link #total}, where that may be told.
 *
 * @param ratings all ratings of the leaf, valid or not; for the city side only
 * @param total all ratings, where as many as valid ones or at least k more; null where the difference would name a few
 * @param levels valid ratings at level 1 to 5, in this order
 * @param poor valid ratings at a poor level
 * @param reasons valid ratings by reason code; integrity reasons are left out, they go to discipline
 * @param matters valid ratings by matter where at least k visits of the leaf share it; the others under {@link #OTHER}
 * @param matterUnits likewise by the unit that answers for the procedure (事项牵头单位)
 */
public record LeafSums(
        long ratings,
        @Nullable Long total,
        List<Long> levels,
        long poor,
        Map<String, Long> reasons,
        Map<String, Long> matters,
        Map<String, Long> matterUnits) {

    /** Matters and units too rare to be named. */
    public static final String OTHER = "OTHER";

    private static final int HIGHEST = 5;

    public LeafSums {
        levels = List.copyOf(levels);
        reasons = Map.copyOf(reasons);
        matters = Map.copyOf(matters);
        matterUnits = Map.copyOf(matterUnits);
    }

    /**
     * @param k raters that must share what is named
     * @param integrity whether a code is that of an integrity reason; the national list has none
     */
    public static LeafSums of(Collection<Ballot> ballots, int k, Predicate<String> integrity) {
        List<Ballot> valid = ballots.stream().filter(Ballot::valid).toList();
        long[] levels = new long[HIGHEST];
        long poor = 0;
        Map<String, Long> reasons = new TreeMap<>();
        for (Ballot ballot : valid) {
            levels[ballot.rating().level() - 1]++;
            poor += ballot.poor() ? 1 : 0;
            ballot.reasons(integrity.negate()).forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        }
        long others = ballots.size() - valid.size();
        return new LeafSums(
                ballots.size(),
                others == 0 || others >= k ? (Long) (long) ballots.size() : null,
                LongStream.of(levels).boxed().toList(),
                poor,
                reasons,
                shared(valid, k, ballot -> ballot.rating().matter()),
                shared(valid, k, ballot -> ballot.rating().matterUnit()));
    }

    /** Valid ratings. */
    public long valid() {
        return levels.stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> shared(List<Ballot> ballots, int k, Function<Ballot, String> value) {
        Map<String, Set<ByteBuffer>> visits = new HashMap<>();
        ballots.stream().filter(Ballot::fillsGate).forEach(ballot -> visits.computeIfAbsent(
                        value.apply(ballot), any -> new HashSet<>())
                .add(ByteBuffer.wrap(ballot.rating().visitTag())));
        Map<String, Long> tally = new TreeMap<>();
        for (Ballot ballot : ballots) {
            String known = value.apply(ballot);
            boolean shared = !known.equals(RatingRecord.NO_MATTER)
                    && visits.getOrDefault(known, Set.of()).size() >= k;
            tally.merge(shared ? known : OTHER, 1L, Long::sum);
        }
        return tally;
    }
}
