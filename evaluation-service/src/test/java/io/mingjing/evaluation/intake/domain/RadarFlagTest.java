package io.mingjing.evaluation.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RadarFlagTest {

    /** All of them must fit into a box of 512 bytes. */
    @ParameterizedTest
    @EnumSource(RadarFlag.class)
    void codesAreShortAndFoundAgain(RadarFlag flag) {
        assertThat(flag.code()).hasSizeBetween(2, 4);
        assertThat(RadarFlag.ofCode(flag.code())).contains(flag);
        assertThat(RadarFlag.ofCode(flag.name())).isEmpty();
    }
}
