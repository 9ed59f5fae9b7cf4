package io.mingjing.evaluation.leaf.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final Instant SLOT = Instant.parse("2026-03-19T10:00:00Z");

    private final Draw draw = new Draw("a seed".getBytes(StandardCharsets.UTF_8));

    @Test
    void letsThreeInFourPass() {
        long passed = IntStream.range(0, 10_000)
                .filter(n -> draw.passes(PoolKey.ofWindow("W-" + n, "GY-KJJ-CGK", "VISIT"), SLOT))
                .count();

        // 10,000 draws of 3/4 have a standard deviation of 43
        assertThat(passed).isCloseTo(7_500, within(200L));
    }

    @Test
    void drawsAnewForEachSlotSeedScopeOwnerAndStream() {
        PoolKey pool = PoolKey.ofWindow("W-1", "GY-KJJ-CGK", "VISIT");

        assertThat(differs(n -> draw.passes(pool, SLOT.plusSeconds(86_400L * n))))
                .isTrue();
        assertThat(differs(n -> new Draw(new byte[] {(byte) n, 1}).passes(pool, SLOT)))
                .isTrue();
        assertThat(differs(n -> draw.passes(PoolKey.ofWindow("W-1", "U-" + n, "VISIT"), SLOT)))
                .isTrue();
        assertThat(differs(n -> draw.passes(PoolKey.ofWindow("W-1", "GY-KJJ-CGK", "S-" + n), SLOT)))
                .isTrue();
        assertThat(differs(n -> draw.passes(
                        new PoolKey(Scope.values()[n % Scope.values().length], null, "U" + n / 4, "VISIT"), SLOT)))
                .isTrue();
    }

    @Test
    void answersTheSameWhenAskedAgain() {
        PoolKey pool = PoolKey.ofWindow("W-1", "GY-KJJ-CGK", "VISIT");

        assertThat(IntStream.range(0, 20).mapToObj(n -> draw.passes(pool, SLOT)).distinct())
                .hasSize(1);
    }

    private static boolean differs(java.util.function.IntPredicate question) {
        return IntStream.range(0, 40).mapToObj(question::test).distinct().count() == 2;
    }
}
