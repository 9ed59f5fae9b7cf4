package io.mingjing.evaluation.leaf.domain;

import static io.mingjing.evaluation.leaf.domain.BallotFixture.aBallot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjing.evaluation.intake.domain.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static final Instant SLOT = Instant.parse("2026-03-19T10:00:00Z");
    private static final PoolKey WINDOW = PoolKey.ofWindow("W-1", "GY-KJJ-CGK", Streams.VISIT);

    private final Draw draw = new Draw("a seed".getBytes(StandardCharsets.UTF_8));

    /** Who was dissatisfied, in which order they came, how old their ratings are: nothing of it moves a leaf. */
    @Property
    void whoWasDissatisfiedAndWhenMovesNoLeaf(
            @ForAll @IntRange(min = 1, max = 12) int raters,
            @ForAll @IntRange(max = 12) int poor,
            @ForAll @IntRange(max = 20) int served,
            @ForAll long chance) {
        List<Integer> levels = new ArrayList<>(
                IntStream.range(0, raters).mapToObj(n -> n < poor ? 1 : 5).toList());
        Pool inOrder = pool(levels, served);
        Collections.shuffle(levels, new Random(chance));
        Pool shuffled = pool(levels, served);
        List<Ballot> backwards = new ArrayList<>(shuffled.ballots()).reversed();

        boolean closes = inOrder.closes(5, draw, SLOT);

        assertThat(shuffled.closes(5, draw, SLOT)).isEqualTo(closes);
        assertThat(Pool.ofWindow(WINDOW, backwards, shuffled.served(), true).closes(5, draw, SLOT))
                .isEqualTo(closes);
    }

    /** Below the one level-dependent line levels decide nothing: from none to all but two poor, the answer is the same. */
    @Property
    void howManyWereDissatisfiedMovesNoLeafAsLongAsTwoWereNot(
            @ForAll @IntRange(min = 5, max = 30) int raters, @ForAll @IntRange(min = 1, max = 200) int slotNumber) {
        Instant slot = SLOT.plusSeconds(86_400L * slotNumber);
        List<Boolean> answers = IntStream.rangeClosed(0, raters - Gate.CONTENT)
                .mapToObj(poor -> pool(
                                IntStream.range(0, raters)
                                        .mapToObj(n -> n < poor ? 2 : 4)
                                        .toList(),
                                30)
                        .closes(5, draw, slot))
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
    }

    /** Being held back is no proof: an innocent pool is held in one slot of four, over seeds and over slots. */
    @Test
    void aPoolThatCouldCloseIsHeldInOneSlotOfFour() {
        Pool innocent = pool(List.of(5, 5, 5, 5, 5, 5), 12);
        Pool guilty = pool(List.of(1, 1, 1, 1, 1, 5), 12);
        long held = IntStream.range(0, 4_000)
                .filter(seed -> !innocent.closes(5, new Draw(("seed " + seed).getBytes(StandardCharsets.UTF_8)), SLOT))
                .count();

        // 4,000 draws of 1/4 have a standard deviation of 27
        assertThat(held).isCloseTo(1_000, within(140L));
        assertThat(IntStream.range(0, 100).noneMatch(n -> guilty.closes(5, draw, SLOT.plusSeconds(86_400L * n))))
                .isTrue();
    }

    private static Pool pool(List<Integer> levels, int served) {
        List<Ballot> ballots = IntStream.range(0, levels.size())
                .mapToObj(n -> aBallot("v" + n, levels.get(n)))
                .toList();
        List<Served> visits = IntStream.range(0, served)
                .mapToObj(n -> new Served("s" + n, LocalDate.of(2026, 3, 1 + n)))
                .toList();
        return Pool.ofWindow(WINDOW, ballots, visits, true);
    }
}
