package io.mingjing.evaluation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.EvaluationConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceWatchTest {

    private static final Instant NOON = Instant.parse("2026-03-19T04:00:00Z");

    private final PlaceWatch place = new PlaceWatch(new ThirtyAndTwenty());

    /** The defaults, without what else can be set. */
    private static final class ThirtyAndTwenty implements EvaluationConfig.Radar {

        @Override
        public int deviceCodes() {
            return 10;
        }

        @Override
        public Duration fastUnder() {
            return Duration.ofSeconds(3);
        }

        @Override
        public int fiveBurst() {
            return 20;
        }

        @Override
        public Duration fiveWithin() {
            return Duration.ofMinutes(10);
        }

        @Override
        public int placePerMinute() {
            return 30;
        }

        @Override
        public LocalTime serviceFrom() {
            return LocalTime.of(8, 0);
        }

        @Override
        public boolean serviceOnRestDays() {
            return false;
        }

        @Override
        public LocalTime serviceTo() {
            return LocalTime.of(18, 30);
        }
    }

    @Test
    void moreThanThirtyInAMinuteAreOdd() {
        IntStream.range(0, 30).forEach(any -> assertThat(place.hurries(NOON)).isFalse());

        assertThat(place.hurries(NOON.plusSeconds(59))).isTrue();
        assertThat(place.hurries(NOON.plusSeconds(61))).isFalse();
    }

    @Test
    void twentyTopRatingsInARowAreABurst() {
        IntStream.range(0, 19).forEach(any -> assertThat(place.bursts(5, NOON)).isFalse());

        assertThat(place.bursts(5, NOON.plusSeconds(60))).isTrue();
        assertThat(place.bursts(5, NOON.plusSeconds(61))).isTrue();
        assertThat(place.bursts(4, NOON.plusSeconds(62))).isFalse();
        assertThat(place.bursts(5, NOON.plusSeconds(63))).isFalse();
    }

    @Test
    void twentyOverADayAreNone() {
        IntStream.range(0, 40).forEach(number -> assertThat(place.bursts(5, NOON.plusSeconds(60L * number)))
                .isFalse());
    }

    @Test
    void moreRatersThanVisitsAreOddAndAskedForSeldom() {
        AtomicInteger asked = new AtomicInteger();
        PlaceWatch.Served two = () -> {
            asked.incrementAndGet();
            return 2;
        };
        place.rater();
        place.rater();
        assertThat(place.exceeds(two, true, NOON)).isFalse();
        place.rater();
        assertThat(place.exceeds(two, true, NOON.plusSeconds(1))).isTrue();
        assertThat(place.exceeds(two, true, NOON.plusSeconds(2))).isTrue();
        assertThat(asked).hasValue(1);
        assertThat(place.exceeds(() -> 3, true, NOON.plusSeconds(90))).isFalse();
    }

    @Test
    void withoutAFeedAndWithoutVisitsNobodyKnowsHowManyWereServed() {
        place.rater();

        assertThat(place.exceeds(() -> 0, false, NOON)).isFalse();
    }

    @Test
    void whatCannotBeCountedIsNotOdd() {
        place.rater();

        assertThat(place.exceeds(() -> Long.MAX_VALUE, true, NOON)).isFalse();
    }
}
