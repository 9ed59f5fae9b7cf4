package io.mingjing.notification;

import io.mingjing.kernel.time.SettableBusinessClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/** The business clock that tests set. */
@Mock
@ApplicationScoped
public class TestClock extends SettableBusinessClock {

    /** Sets it to a civil moment in Shanghai, such as {@code 2026-03-19T10:00}. */
    public void shanghai(String local) {
        set(OffsetDateTime.parse(local + "+08:00").toInstant());
    }
}
