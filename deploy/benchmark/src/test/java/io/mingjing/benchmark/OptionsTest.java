package io.mingjing.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutWordsEverythingIsMeasuredFiveTimes() {
        Options options = Options.of(new String[0]);

        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.only()).isEqualTo(Options.PARTS);
        assertThat(options.demoDay()).isFalse();
    }

    @Test
    void wordsChangeWhatIsMeasured() {
        Options options =
                Options.of(new String[] {"--seconds", "3", "--only", "ours,pgbench", "--demo-day", "--ratings", "500"});

        assertThat(options.seconds()).isEqualTo(3);
        assertThat(options.only()).isEqualTo(Set.of("ours", "pgbench"));
        assertThat(options.demoDay()).isTrue();
        assertThat(options.ratings()).isEqualTo(500);
    }

    @Test
    void whatIsNotKnownIsRefusedWithItsName() {
        assertThatThrownBy(() -> Options.of(new String[] {"--only", "theirs"})).hasMessageContaining("theirs");
        assertThatThrownBy(() -> Options.of(new String[] {"--fast"})).hasMessageContaining("--fast");
        assertThatThrownBy(() -> Options.of(new String[] {"--rounds"})).hasMessageContaining("--rounds");
        assertThatThrownBy(() -> Options.of(new String[] {"--rounds", "0"})).hasMessageContaining("--rounds");
    }
}
