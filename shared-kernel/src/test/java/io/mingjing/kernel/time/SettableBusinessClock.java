package io.mingjing.kernel.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A business clock that a test moves. It keeps running from where it was set. In a Quarkus test, subclass it in the
 * test's own sources and annotate the subclass with {@code @Mock @ApplicationScoped}.
 */
public class SettableBusinessClock implements BusinessClock {

    private final Clock host = Clock.systemUTC();
    private volatile Duration offset = Duration.ZERO;

    public void set(Instant moment) {
        offset = Duration.between(host.instant(), moment);
    }

    public void forward(Duration by) {
        offset = offset.plus(by);
    }

    @Override
    public Instant now() {
        return host.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Duration offset() {
        return offset;
    }
}
