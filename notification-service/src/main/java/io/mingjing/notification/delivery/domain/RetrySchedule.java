package io.mingjing.notification.delivery.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a failed attempt, and when to give up. */
public record RetrySchedule(List<Duration> waits) {

    private static final double SPREAD = 0.2;

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    /**
     * The wait after an attempt, 20 % shorter to 20 % longer than scheduled, so that what failed together does not come
     * back together.
     *
     * @param attempt number of the attempt that failed, from 1
     * @param chance from 0 (inclusive) to 1 (exclusive)
     * @return empty after the last attempt
     */
    public Optional<Duration> after(int attempt, double chance) {
        if (attempt > waits.size()) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * chance;
        return Optional.of(Duration.ofMillis(Math.round(waits.get(attempt - 1).toMillis() * factor)));
    }
}
