package io.mingjing.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.RealParts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo day, small: the same way through the API, the intake and the mixer as a day of a million ratings. */
class DemoDayTest {

    private static final String RATINGS = "20000";

    @TempDir
    private Path directory;

    @Test
    void aDaysRatingsAreAllMixedOrPendingAndTheirSumsAreThoseOfPlainSql() {
        RealParts.start();
        Options options = Options.of(new String[] {"--demo-day", "--ratings", RATINGS});

        DemoDay.Day day =
                new DemoDay(options, Path.of(System.getProperty("mingjing.home")), directory, new Voice()).run();

        assertThat(day.accepted()).isEqualTo(day.planned());
        assertThat(day.refused()).isZero();
        assertThat(day.missing()).as("acknowledged and missing").isZero();
        assertThat(day.balance().accepted()).isEqualTo(day.planned());
        assertThat(day.balance().balanced()).as(day.balance().toString()).isTrue();
        assertThat(day.balance().mixed()).isGreaterThan(day.planned() / 2);
        assertThat(day.receipts()).isEqualTo(day.balance().mixed());
        assertThat(day.windowLeaves()).isPositive();
        assertThat(day.otherWindows())
                .as("windows whose leaf says something else")
                .isZero();
        assertThat(day.otherLeaves())
                .as("leaves that are not the sum of their rows")
                .isZero();
    }
}
