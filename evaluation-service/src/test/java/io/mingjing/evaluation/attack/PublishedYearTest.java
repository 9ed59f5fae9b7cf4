package io.mingjing.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjing.evaluation.attack.LinearAttack.Range;
import io.mingjing.evaluation.attack.LinearAttack.What;
import io.mingjing.evaluation.attack.SimulatedYear.Closed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No count for a part of a leaf, by place, day, slot, visit or matter, follows from a whole year of published figures
 * (anonymity.md, test 3). Only what a whole leaf shares is known of its part.
 */
class PublishedYearTest {

    private static final long SEED = 20260319;

    private final Random chance = new Random(SEED);
    private final SimulatedYear lived = new SimulatedYear(SEED, SimulatedYear.OURS);
    private final List<Closed> year = lived.live(365);

    @Test
    void noPartOfAnyLeafIsPinnedByItsOwnFigures() {
        int tried = 0;
        List<String> pinned = new ArrayList<>();
        for (Closed leaf : year) {
            LinearAttack attack = new LinearAttack(List.of(leaf.figure()));
            Set<String> part = part(leaf);
            for (What what : asked(leaf)) {
                tried++;
                Range range = attack.range(part, what);
                if (range.pinned()) {
                    pinned.add(leaf.leaf().number() + " " + what + " " + range);
                }
                if (what.reason().isEmpty()) {
                    assertThat(range.max()).as("as counted by hand").isCloseTo(most(leaf, part, what), within(0.001));
                }
            }
        }

        assertThat(year).hasSizeGreaterThan(1_000);
        assertThat(tried).isGreaterThan(4_000);
        assertThat(pinned).isEmpty();
    }

    @Test
    void noPartOfALeafIsPinnedByAllFiguresOfItsBureauAndQuarterTogether() {
        List<String> pinned = new ArrayList<>();
        for (int attempt = 0; attempt < 60; attempt++) {
            Closed leaf = year.get(chance.nextInt(year.size()));
            String bureau = SimulatedCity.bureau(leaf.leaf().key().ownerUnit());
            List<Closed> around = year.stream()
                    .filter(other ->
                            SimulatedCity.bureau(other.leaf().key().ownerUnit()).equals(bureau)
                                    && quarter(other).equals(quarter(leaf)))
                    .toList();
            LinearAttack attack = new LinearAttack(PublishedFigures.of(around));
            Set<String> part = part(leaf);
            for (What what : asked(leaf)) {
                Range range = attack.range(part, what);
                if (range.pinned()) {
                    pinned.add(leaf.leaf().number() + " " + what + " " + range);
                }
            }
        }

        assertThat(pinned).isEmpty();
    }

    @Test
    void whateverIsSubtractedFromWhateverAtLeastFiveVisitsRemain() {
        Collection<Set<String>> atoms = PublishedFigures.atoms(PublishedFigures.of(year));

        assertThat(atoms).hasSameSizeAs(year);
        assertThat(atoms).allSatisfy(atom -> assertThat(visits(atom)).hasSizeGreaterThanOrEqualTo(SimulatedYear.K));
    }

    /** Seven days that move on by one each day: the usual way to make a figure smooth. */
    @Test
    void thisAttackPinsDaysBehindARollingFigure() {
        assertThat(shareOfPinnedDays(day -> day.minusDays(6))).isGreaterThan(0.5);
    }

    @Test
    void thisAttackPinsDaysBehindADailyFigure() {
        assertThat(shareOfPinnedDays(day -> day)).isEqualTo(1);
    }

    /** Of the days of a month on which somebody rated at a window: those whose number of poor ratings is certain. */
    private double shareOfPinnedDays(UnaryOperator<LocalDate> from) {
        List<LocalDate> month =
                LocalDate.of(2026, 4, 1).datesUntil(LocalDate.of(2026, 5, 1)).toList();
        List<Range> days = new ArrayList<>();
        for (String window : windows()) {
            LinearAttack attack = new LinearAttack(month.stream()
                    .map(day -> Figure.counting(day.toString(), given(window, from.apply(day), day)))
                    .toList());
            month.stream()
                    .skip(7)
                    .map(day -> given(window, day, day))
                    .filter(given -> !given.isEmpty())
                    .map(given -> given.stream().map(Given::id).collect(Collectors.toSet()))
                    .forEach(day -> days.add(attack.range(day, What.poor())));
        }
        assertThat(days).hasSizeGreaterThan(40);
        return (double) days.stream().filter(Range::pinned).count() / days.size();
    }

    private List<String> windows() {
        return lived.everything().stream()
                .map(Given::window)
                .distinct()
                .sorted()
                .limit(12)
                .toList();
    }

    private List<Given> given(String window, LocalDate from, LocalDate to) {
        return lived.everything().stream()
                .filter(rating -> rating.window().equals(window)
                        && !rating.day().isBefore(from)
                        && !rating.day().isAfter(to))
                .toList();
    }

    /** Some of a leaf and not all of it: those of a place, a day, a day of sending, a visit or a matter. */
    private Set<String> part(Closed leaf) {
        List<Function<Given, Object>> cuts =
                List.of(Given::window, Given::day, Given::arrived, Given::visit, Given::matter);
        List<Set<String>> parts = cuts.stream()
                .flatMap(cut -> leaf.ratings().stream()
                        .collect(Collectors.groupingBy(cut, Collectors.mapping(Given::id, Collectors.toSet())))
                        .values()
                        .stream())
                .filter(part -> part.size() < leaf.ratings().size())
                .toList();
        return parts.get(chance.nextInt(parts.size()));
    }

    /** Cells that the leaf does not share as a whole. */
    private static List<What> asked(Closed leaf) {
        long all = leaf.ratings().size();
        List<Long> levels = leaf.leaf().sums().levels();
        Stream<What> ofLevels = IntStream.rangeClosed(1, 5)
                .filter(level -> levels.get(level - 1) > 0 && levels.get(level - 1) < all)
                .mapToObj(What::level);
        Stream<What> poor = leaf.leaf().sums().poor() > 0 ? Stream.of(What.poor()) : Stream.of();
        Stream<What> reasons = leaf.leaf().sums().reasons().entrySet().stream()
                .filter(reason -> reason.getValue() < all)
                .limit(1)
                .map(reason -> What.reason(reason.getKey()));
        return Stream.of(ofLevels, poor, reasons).flatMap(what -> what).toList();
    }

    private static double most(Closed leaf, Set<String> part, What what) {
        long given = what.levels().stream()
                .mapToLong(level -> leaf.leaf().sums().levels().get(level - 1))
                .sum();
        return Math.min(given, part.size());
    }

    private static String quarter(Closed leaf) {
        return "Q" + (leaf.leaf().slotDay().getMonthValue() + 2) / 3;
    }

    private static Set<String> visits(Set<String> ratings) {
        return ratings.stream().map(id -> id.substring(0, id.indexOf('/'))).collect(Collectors.toSet());
    }
}
