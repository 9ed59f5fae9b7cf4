package io.mingjing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class NotificationConfigTest {

    private final NotificationConfig config = new SmallRyeConfigBuilder()
            .withMapping(NotificationConfig.class)
            .build()
            .getConfigMapping(NotificationConfig.class);

    @Test
    void peopleAreToldFromNineToSixByTheNationalCalendar() {
        assertThat(config.calendar()).isEqualTo("CN");
        assertThat(config.opens()).isEqualTo(LocalTime.of(9, 0));
        assertThat(config.closes()).isEqualTo(LocalTime.of(18, 0));
    }

    @Test
    void thereIsNoHourlyDigestWithoutASecret() {
        assertThat(config.digest().clientSecret()).isEmpty();
    }

    @Test
    void mailIsTriedOverThreeDaysAndASenderKeepsItsClaimLongerThanAnAttemptTakes() {
        Duration all = config.mail().retryAfter().stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(config.mail().lease()).isGreaterThan(config.mail().silence().multipliedBy(10));
    }
}
