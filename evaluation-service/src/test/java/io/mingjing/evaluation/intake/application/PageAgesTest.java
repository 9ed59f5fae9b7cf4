package io.mingjing.evaluation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.time.SettableBusinessClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A nonce knows its age today and in this process; for everybody else it is random. */
class PageAgesTest {

    private final SettableBusinessClock clock = new SettableBusinessClock();
    private final AtomicLong seconds = new AtomicLong(100);
    private final DailySalt salts = new DailySalt(clock);
    private final PageAges ages = PageAges.counting(salts, seconds::get);

    @Test
    void tellsHowOldItIs() {
        String nonce = ages.newNonce();
        seconds.addAndGet(7);

        assertThat(ages.ageOf(nonce)).contains(Duration.ofSeconds(7));
        assertThat(nonce).matches("[A-Za-z0-9_-]{20,64}");
    }

    @Test
    void nothingButThisDayAndThisProcessCanRead() {
        String nonce = ages.newNonce();

        assertThat(PageAges.counting(new DailySalt(clock), seconds::get).ageOf(nonce))
                .isEmpty();
        assertThat(ages.ageOf("nonce-of-a-program-00001")).isEmpty();
        assertThat(ages.ageOf("not base64 at all")).isEmpty();
        assertThat(ages.ageOf("A".repeat(32))).isEmpty();
        clock.forward(Duration.ofDays(1));
        assertThat(ages.ageOf(nonce)).isEmpty();
    }

    @Test
    void noTwoAreAlikeInTheSameSecond() {
        Set<String> nonces = new HashSet<>();
        for (int page = 0; page < 1_000; page++) {
            nonces.add(ages.newNonce());
        }

        assertThat(nonces).hasSize(1_000);
    }
}
