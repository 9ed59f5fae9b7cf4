package io.mingjing.evaluation.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SketchTest {

    private final Sketch sketch = new Sketch(18);

    @Test
    void countsAKeyAndForgetsWhatWasTakenBack() {
        assertThat(sketch.add(7)).isEqualTo(1);
        assertThat(sketch.add(7)).isEqualTo(2);
        assertThat(sketch.add(8)).isEqualTo(1);
        sketch.takeBack(7);
        assertThat(sketch.count(7)).isEqualTo(1);
        assertThat(sketch.count(9)).isZero();
        assertThat(sketch.add(7)).isEqualTo(2);
    }

    @Test
    void losesNothingAmongManyThreads() {
        IntStream.range(0, 100_000).parallel().forEach(any -> sketch.add(42));

        assertThat(sketch.add(42)).isEqualTo(100_001);
    }

    /** A minute at 30,000 ratings a second, two keys each: nobody comes near a limit of 120 for another's sake. */
    @Test
    void staysTruthfulUnderACitysFullLoad() {
        LongStream keys = new Random(1).longs(3_600_000);

        assertThat(keys.mapToInt(sketch::add).max().orElseThrow()).isLessThan(60);
    }
}
