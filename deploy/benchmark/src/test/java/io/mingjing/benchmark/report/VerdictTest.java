package io.mingjing.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void whatFallsShortIsSaidToFallShort() {
        assertThat(Verdict.atLeast("ratio", 1.19, "×", 1.2).words()).contains("FALLS SHORT");
        assertThat(Verdict.atLeast("ratio", 1.2, "×", 1.2).words())
                .contains("met")
                .doesNotContain("FALLS");
        assertThat(Verdict.atMost("p99", 25.1, " ms", 25).words()).contains("FALLS SHORT");
        assertThat(Verdict.atMost("lost", 0, "", 0).met()).isTrue();
    }

    @Test
    void aSeriesIsToldByItsMedianWithLeastAndMost() {
        Series series = new Series();
        for (double value : new double[] {5, 1, 9, 3, 7}) {
            series.add(value);
        }

        assertThat(series.words(0)).isEqualTo("5 (1 … 9)");
        series.add(100);
        assertThat(series.median()).isEqualTo(6);
    }
}
