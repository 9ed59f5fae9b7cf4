package io.mingjing.evaluation.office.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.office.domain.WaitingReport.Closed;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of the waiting, and what is too few to be told. */
class WaitingReportTest {

    private static final LocalDate SLOT = LocalDate.of(2026, 3, 16);

    @Test
    void agesAreNearestRanks() {
        Ages ages = ages(Map.of(0, 4L, 1, 3L, 5, 2L, 21, 1L));

        assertThat(ages.total()).isEqualTo(10);
        assertThat(ages.percentile(50)).isEqualTo(1);
        assertThat(ages.percentile(90)).isEqualTo(5);
        assertThat(ages.percentile(100)).isEqualTo(21);
        assertThat(ages.oldest()).isEqualTo(21);
        assertThat(ages.olderThan(20)).isEqualTo(1);
        assertThat(ages.olderThan(21)).isZero();
        assertThat(ages(Map.of()).percentile(50)).isZero();
    }

    @Test
    void countsBelowKAreNotTold() {
        WaitingReport few = report(100, Map.of(1, 4L));
        assertThat(few.pending()).isNull();
        assertThat(few.medianAge()).isNull();
        assertThat(few.oldestAge()).isNull();
        assertThat(few.late()).isNull();
        assertThat(few.accepted()).isEqualTo(100);
        assertThat(report(4, Map.of(1, 5L)).accepted()).isNull();
    }

    @Test
    void aFewLateOnesAmongManyAreNotToldAndNeitherAreAFewThatAreNotLate() {
        assertThat(report(100, Map.of(1, 50L, 21, 4L)).late()).isNull();
        assertThat(report(100, Map.of(1, 4L, 21, 50L)).late()).isNull();
        assertThat(report(100, Map.of(1, 50L, 21, 5L)).late()).isEqualTo(5);
        assertThat(report(100, Map.of(1, 50L)).late()).as("nobody is no group").isZero();
        assertThat(report(100, Map.of(20, 50L)).late()).as("twenty is in time").isZero();
    }

    /** Accepted, remaining, all that wait: what is told of the week. */
    @ParameterizedTest
    @CsvSource({
        "100, 10, 20, 100, 10",
        "100, 0, 20, 100, 0",
        "100, 4, 20, 100, ", // a few remain
        "100, 96, 120, 100, ", // a few do not
        "100, 100, 120, 100, 100",
        "100, 10, 12, 100, ", // with the total, two of other weeks
        "4, 0, 20, , ",
        "0, 0, 20, 0, 0",
    })
    void ofAWeekThatIsOverNoFewAreTold(long accepted, long remaining, long all, Long toldAccepted, Long toldRemaining) {
        WaitingReport report = WaitingReport.of(
                "GY", "2026-W12", SLOT, new Closed("2026-W10", accepted, remaining), ages(Map.of(1, all)), 20, 5);

        assertThat(report.accepted()).isEqualTo(toldAccepted);
        assertThat(report.remaining()).isEqualTo(toldRemaining);
    }

    private static WaitingReport report(long accepted, Map<Integer, Long> counts) {
        return WaitingReport.of("GY", "2026-W12", SLOT, new Closed("2026-W10", accepted, 0), ages(counts), 20, 5);
    }

    private static Ages ages(Map<Integer, Long> counts) {
        return new Ages(new TreeMap<>(counts));
    }
}
