package io.mingjing.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.benchmark.city.Visit;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayPlanTest {

    @Test
    void theSameSeedMakesTheSameDayAndAnotherSeedAnother() {
        assertThat(DayPlan.of(5_000, 1)).isEqualTo(DayPlan.of(5_000, 1)).isNotEqualTo(DayPlan.of(5_000, 2));
    }

    @Test
    void thereAreExactlyAsManyRatingsAsWereAskedFor() {
        DayPlan plan = DayPlan.of(5_001, 3);

        assertThat(plan.ratings()).isEqualTo(5_001);
        assertThat(plan.rated().stream()
                        .mapToInt(visit -> plan.visits().get(visit).matters().size())
                        .sum())
                .isEqualTo(5_001);
        assertThat(new HashSet<>(plan.rated())).hasSameSizeAs(plan.rated());
        assertThat(plan.visits().stream().map(Visit::number).distinct()).hasSameSizeAs(plan.visits());
    }

    @Test
    void moreAreServedThanRateAndSomeWindowsSeeManyTimesWhatOthersDo() {
        DayPlan plan = DayPlan.of(50_000, 4);

        assertThat((double) plan.rated().size() / plan.visits().size()).isBetween(0.68, 0.72);
        Map<String, Long> byWindow =
                plan.visits().stream().collect(Collectors.groupingBy(Visit::window, Collectors.counting()));
        IntSummaryStatistics visits =
                byWindow.values().stream().mapToInt(Long::intValue).summaryStatistics();
        assertThat(visits.getMax()).isGreaterThan(5 * visits.getMin());
    }
}
