package io.mingjing.evaluation.place.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hall may lie below which. */
class HallLevelTest {

    @ParameterizedTest
    @CsvSource({
        "COUNTY,   COUNTY,   no",
        "COUNTY,   TOWNSHIP, no",
        "COUNTY,   VILLAGE,  no",
        "TOWNSHIP, COUNTY,   yes",
        "TOWNSHIP, TOWNSHIP, no",
        "TOWNSHIP, VILLAGE,  no",
        "VILLAGE,  COUNTY,   yes",
        "VILLAGE,  TOWNSHIP, yes",
        "VILLAGE,  VILLAGE,  no",
    })
    void onlyHigherOnes(HallLevel level, HallLevel above, String may) {
        assertThat(level.mayLieBelow(above)).isEqualTo(may.equals("yes"));
    }
}
