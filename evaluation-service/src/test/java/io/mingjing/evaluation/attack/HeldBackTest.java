package io.mingjing.evaluation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.domain.Doubt;
import io.mingjing.evaluation.leaf.domain.Draw;
import io.mingjing.evaluation.leaf.domain.Gate;
import io.mingjing.evaluation.leaf.domain.Pool;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Turnout;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A watcher knows when a pool is large enough. If it is held back all the same, then by the draw, or because of its
 * levels: how sure can he be of the latter? Counted over many years of a city (anonymity.md, trial 14).
 */
class HeldBackTest {

    @ParameterizedTest(name = "where {0} are dissatisfied, in at most {1} of holds")
    @CsvSource({"0.05, 0.03", "0.08, 0.03", "0.2, 0.03"})
    void beingHeldBackProvesNextToNothing(double poor, double bound) {
        Watcher watcher = watch(poor, true);

        assertThat(watcher.draws).isGreaterThan(10_000);
        assertThat(watcher.held).isGreaterThan(2_000);
        assertThat((double) watcher.heldByLevels / watcher.held)
                .as("holds by levels: %d of %d", watcher.heldByLevels, watcher.held)
                .isLessThanOrEqualTo(bound);
    }

    /** Told in the threat model: a really bad window stays a residual, and so does one that is held again and again. */
    @Test
    void aReallyBadWindowGivesItselfAwayAndTheWatcherSeesIt() {
        assertThat(share(watch(0.4, true))).isBetween(0.03, 0.36);
        Watcher ordinary = watch(0.2, true);
        assertThat((double) ordinary.heldAgainByLevels / ordinary.heldAgain).isGreaterThan(share(ordinary));
    }

    @Test
    void withoutTheDrawEveryHoldWouldProveIt() {
        assertThat(share(watch(0.2, false))).isEqualTo(1);
    }

    private static double share(Watcher watcher) {
        return (double) watcher.heldByLevels / watcher.held;
    }

    private static Watcher watch(double poor, boolean drawn) {
        Watcher watcher = new Watcher(drawn);
        LongStream.rangeClosed(1, 8)
                .forEach(seed ->
                        new SimulatedYear(seed, watcher, SimulatedCity.of(new Random(seed), any -> poor)).live(365));
        return watcher;
    }

    /** Closes as the mixer does and counts what is held. */
    private static final class Watcher implements SimulatedYear.Rule {

        private static final int AGAIN = 3;

        private final boolean drawn;
        private final Map<PoolKey, Integer> inARow = new HashMap<>();
        private long draws;
        private long held;
        private long heldByLevels;
        private long heldAgain;
        private long heldAgainByLevels;

        Watcher(boolean drawn) {
            this.drawn = drawn;
        }

        @Override
        public Optional<Pool> leaf(Pool pool, Draw draw, Instant slot) {
            Pool leaf = pool.measured();
            Gate gate = pool.gate(SimulatedYear.K);
            Turnout turnout = leaf.turnout();
            boolean large = turnout.raters() >= gate.raters() && turnout.served() >= gate.served();
            boolean levels = gate.closes(turnout, true) && Doubt.remains(leaf.ballots());
            boolean closes = drawn ? pool.closes(SimulatedYear.K, draw, slot) : levels;
            if (large) {
                count(pool.key(), closes, !levels);
            }
            return closes ? Optional.of(leaf) : Optional.empty();
        }

        private void count(PoolKey pool, boolean closes, boolean byLevels) {
            draws++;
            if (closes) {
                inARow.remove(pool);
                return;
            }
            boolean again = inARow.merge(pool, 1, Integer::sum) >= AGAIN;
            held++;
            heldByLevels += byLevels ? 1 : 0;
            heldAgain += again ? 1 : 0;
            heldAgainByLevels += again && byLevels ? 1 : 0;
        }
    }
}
