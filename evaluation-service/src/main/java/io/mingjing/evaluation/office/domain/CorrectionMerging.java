package io.mingjing.evaluation.office.domain;

import io.mingjing.evaluation.office.domain.CorrectionLine.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which confirmed corrections may be published (anonymity rule K6). A leaf has a line of its own where at least k of its
 * ratings are found not valid and what stays valid is nothing or at least k: the leaf's sums minus the line must not be a
 * smaller group. The others of a bureau are taken together where they are of two leaves or more, at least k, and what stays
 * valid of those leaves together is nothing or at least k; whatever is not waits for the next month.
 */
public final class CorrectionMerging {

    private static final int LEVELS = 5;

    /**
     * A confirmed correction with what decides about it.
     *
     * @param bureau code of the bureau that answers for the leaf; the city's own for a city leaf
     * @param leafRatings valid ratings of the leaf
     * @param publishedBefore those of them that earlier lines of either kind took off
     * @param ofThemTogether those of these that lines of several leaves took off
     */
    public record Confirmed(
            UUID id,
            String leafNumber,
            String leafOwner,
            String bureau,
            boolean city,
            int level,
            long ratings,
            Ground ground,
            long leafRatings,
            long publishedBefore,
            long ofThemTogether) {

        private long left() {
            return leafRatings - publishedBefore;
        }
    }

    /**
     * A line to be published.
     *
     * @param members the corrections that go into it
     */
    public record Merged(
            Scope scope,
            String unit,
            @Nullable String leafNumber,
            long ratings,
            List<Long> levels,
            Map<Ground, Long> grounds,
            List<UUID> members) {

        public Merged {
            levels = List.copyOf(levels);
            grounds = Map.copyOf(grounds);
            members = List.copyOf(members);
        }
    }

    private CorrectionMerging() {}

    /**
     * @param k ratings a line needs at least
     */
    public static List<Merged> of(Collection<Confirmed> confirmed, int k) {
        List<Merged> lines = new ArrayList<>();
        List<Confirmed> rest = new ArrayList<>();
        for (List<Confirmed> leaf : grouped(confirmed, Confirmed::leafNumber)) {
            Confirmed any = leaf.getFirst();
            long taken = sum(leaf);
            long stays = any.left() - taken;
            // A reader takes off the leaf's own lines only, for no other line names it: that must not leave a few
            // either.
            if (taken >= k && clear(stays, k) && clear(stays + any.ofThemTogether(), k)) {
                lines.add(line(any.city() ? Scope.CITY : Scope.LEAF, any.leafOwner(), any.leafNumber(), leaf, k));
            } else {
                rest.addAll(leaf);
            }
        }
        for (List<Confirmed> bureau : grouped(rest, Confirmed::bureau)) {
            Confirmed any = bureau.getFirst();
            if (sum(bureau) >= k && severalStayClear(bureau, k)) {
                lines.add(line(any.city() ? Scope.CITY : Scope.BUREAU, any.bureau(), null, bureau, k));
            }
        }
        return lines;
    }

    /** One leaf alone would be a line of its own that the rule for leaves forbids. */
    private static boolean severalStayClear(List<Confirmed> corrections, int k) {
        Collection<List<Confirmed>> leaves = grouped(corrections, Confirmed::leafNumber);
        long left = leaves.stream().mapToLong(leaf -> leaf.getFirst().left()).sum();
        return leaves.size() > 1 && clear(left - sum(corrections), k);
    }

    /** Nobody at all is no group. */
    private static boolean clear(long count, int k) {
        return count == 0 || count >= k;
    }

    private static Collection<List<Confirmed>> grouped(
            Collection<Confirmed> corrections, Function<Confirmed, String> by) {
        return corrections.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static Merged line(Scope scope, String unit, @Nullable String leafNumber, List<Confirmed> members, int k) {
        long[] levels = new long[LEVELS];
        Map<Ground, Long> grounds = new EnumMap<>(Ground.class);
        for (Confirmed member : members) {
            levels[member.level() - 1] += member.ratings();
            grounds.merge(member.ground(), member.ratings(), Long::sum);
        }
        // One ground below k would be a smaller group, and with the total the others would tell it.
        boolean each = grounds.values().stream().allMatch(ratings -> ratings >= k);
        return new Merged(
                scope,
                unit,
                leafNumber,
                sum(members),
                LongStream.of(levels).boxed().toList(),
                each ? grounds : Map.of(),
                members.stream().map(Confirmed::id).toList());
    }

    private static long sum(List<Confirmed> corrections) {
        return corrections.stream().mapToLong(Confirmed::ratings).sum();
    }
}
