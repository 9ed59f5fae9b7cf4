package io.mingjing.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path HOME = Path.of("/house");

    @Test
    void withoutWordsTheDataLieInTheRepositoryAndPortsBeginAt8080() {
        Options options = parse();

        assertThat(options.data()).isEqualTo(Path.of("/house/.mingjing"));
        assertThat(options.portBase()).isEqualTo(8080);
        assertThat(options.now()).isEmpty();
        assertThat(options.empty()).isFalse();
    }

    @Test
    void everyOptionIsUnderstood() {
        Options options =
                parse("--data", "/tmp/d", "--port-base", "9000", "--now", "2026-03-19T09:00+08:00", "--empty");

        assertThat(options)
                .isEqualTo(new Options(
                        Path.of("/tmp/d"), 9000, java.util.Optional.of(Instant.parse("2026-03-19T01:00:00Z")), true));
    }

    @Test
    void aMomentWithoutOffsetIsCivilTimeInChina() {
        assertThat(parse("--now", "2026-03-19T17:58").now()).contains(Instant.parse("2026-03-19T09:58:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"--now,tomorrow", "--port-base,80", "--port-base,65530", "--port-base,x", "--foo,1", "--host,0.0.0.0"})
    void whatIsNotUnderstoodIsRefused(String option, String value) {
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> parse(option, value));
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> parse("--data"))
                .withMessageContaining("--data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::"})
    void anAddressOtherPeopleReachIsRefused(String host) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Options.parse(List.of(), Map.of("QUARKUS_HTTP_HOST", host), HOME))
                .withMessageContaining("127.0.0.1");
    }

    private static Options parse(String... words) {
        return Options.parse(List.of(words), Map.of(), HOME);
    }
}
