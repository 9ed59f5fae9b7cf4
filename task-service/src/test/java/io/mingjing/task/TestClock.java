package io.mingjing.task;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.kernel.time.SettableBusinessClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;

/** The business clock of this service's tests; it runs on from where a test set it. */
@Mock
@ApplicationScoped
public class TestClock extends SettableBusinessClock {

    /** Sets the local time in Asia/Shanghai, such as {@code 2026-03-19T09:00}. */
    public void set(String localMoment) {
        set(LocalDateTime.parse(localMoment).atZone(BusinessClock.ZONE).toInstant());
    }
}
