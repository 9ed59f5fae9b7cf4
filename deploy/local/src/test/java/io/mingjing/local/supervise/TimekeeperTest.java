package io.mingjing.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimekeeperTest {

    @Test
    void aClockThatCannotBeWrittenForAWhileIsWrittenAgainAndTheCauseIsSaidOnce() {
        var tries = new AtomicInteger();
        var written = new AtomicInteger();
        var said = new ByteArrayOutputStream();
        var timekeeper = new Timekeeper(
                () -> {
                    if (tries.incrementAndGet() <= 3) {
                        throw new UncheckedIOException(new IOException("no space left"));
                    }
                    written.incrementAndGet();
                },
                Duration.ofMillis(1),
                new Voice(new PrintStream(said, true, StandardCharsets.UTF_8)));

        timekeeper.keep(() -> tries.get() == 5);

        assertThat(written).hasValue(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("no space left");
    }
}
