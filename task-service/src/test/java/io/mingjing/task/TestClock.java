package io.mingjing.task;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.kernel.time.SettableBusinessClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;

/** The business clock of this service's tests: real time, unless a test moves it; one that does moves it back. */
@Mock
@ApplicationScoped
public class TestClock extends SettableBusinessClock {

    /** Sets the local time in Asia/Shanghai, such as {@code 2026-03-19T09:00}. */
    public void set(String localMoment) {
        set(LocalDateTime.parse(localMoment).atZone(BusinessClock.ZONE).toInstant());
    }

    public void backToRealTime() {
        forward(offset().negated());
    }
}
