package io.mingjing.evaluation.place.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a catalogue may say of limits, as a table; days are working days. */
class LimitsTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "-,         -,  -,  ok",
                "PROMISED,  22, 22, ok",
                "PROMISED,  22, 10, ok",
                "PROMISED,  22, 23, PROMISED_OVER_STATUTORY",
                "PROMISED,  -,  23, ok",
                "PROMISED,  22, -,  ok",
                "PROMISED,  0,  1,  PROMISED_OVER_STATUTORY",
                "-,         5,  6,  PROMISED_OVER_STATUTORY",
                "IMMEDIATE, 22, 0,  ok",
                "IMMEDIATE, 22, 1,  ok",
                "IMMEDIATE, 22, -,  ok",
                "IMMEDIATE, 22, 2,  IMMEDIATE_WITH_DAYS",
                "IMMEDIATE, 22, 22, IMMEDIATE_WITH_DAYS",
                "IMMEDIATE, -,  22, IMMEDIATE_WITH_DAYS",
                "IMMEDIATE, 1,  22, PROMISED_OVER_STATUTORY+IMMEDIATE_WITH_DAYS",
            },
            nullValues = "-")
    void contradictionsAreNamed(Handling handling, Integer statutory, Integer promised, String expected) {
        var faults = new Limits(handling, statutory, promised).faults();

        assertThat(
                        faults.isEmpty()
                                ? "ok"
                                : String.join(
                                        "+", faults.stream().map(Enum::name).toList()))
                .isEqualTo(expected);
    }
}
