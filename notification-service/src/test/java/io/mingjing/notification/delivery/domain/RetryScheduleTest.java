package io.mingjing.notification.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(10), Duration.ofHours(1)));

    @Property
    void aWaitIsNeverMoreThanAFifthOff(@ForAll @DoubleRange(max = 1, maxIncluded = false) double chance) {
        assertThat(schedule.after(1, chance).orElseThrow()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
    }

    @Test
    void afterTheLastAttemptItIsGivenUp() {
        assertThat(schedule.after(2, 0.5)).contains(Duration.ofHours(1));
        assertThat(schedule.after(3, 0.5)).isEmpty();
    }
}
