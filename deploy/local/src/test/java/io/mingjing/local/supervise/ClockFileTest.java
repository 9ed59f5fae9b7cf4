package io.mingjing.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {

    private static final Instant TODAY = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant WANTED = Instant.parse("2027-01-08T09:58:00Z");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void inANewDirectory() {
        file = directory.resolve("clock");
    }

    @Test
    void aNewClockIsTheRealOne() {
        ClockFile clock = start(Optional.empty(), TODAY);

        assertThat(clock.offset()).isEqualTo(Duration.ZERO);
        assertThat(clock.now()).isEqualTo(TODAY);
    }

    @Test
    void aNewClockMayBeginInThePast() {
        Instant past = Instant.parse("2024-02-06T01:00:00Z");

        assertThat(start(Optional.of(past), TODAY).now()).isEqualTo(past);
    }

    @Test
    void theOffsetIsKeptAndTimePassesWhileNothingRuns() {
        start(Optional.of(WANTED), TODAY);

        ClockFile later = start(Optional.empty(), TODAY.plusSeconds(3600));

        assertThat(later.now()).isEqualTo(WANTED.plusSeconds(3600));
    }

    @Test
    void itMovesForwardAgain() {
        start(Optional.of(WANTED), TODAY);

        assertThat(start(Optional.of(WANTED.plusSeconds(60)), TODAY).now()).isEqualTo(WANTED.plusSeconds(60));
    }

    @Test
    void itNeverGoesBackBehindWhatWasLivedThrough() {
        start(Optional.of(WANTED), TODAY);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(Optional.of(WANTED.minusMillis(1)), TODAY))
                .withMessageContaining("2027-01-08T17:58");
    }

    @Test
    void aRealClockThatWasSetBackIsNoticed() {
        start(Optional.empty(), TODAY);

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> start(Optional.empty(), TODAY.minusSeconds(60)));
    }

    private ClockFile start(Optional<Instant> wanted, Instant real) {
        return ClockFile.fix(file, wanted, InstantSource.fixed(real));
    }
}
