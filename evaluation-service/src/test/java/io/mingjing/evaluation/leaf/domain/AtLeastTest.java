package io.mingjing.evaluation.leaf.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtLeastTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "4,1",
        "5,5",
        "9,5",
        "10,10",
        "19,10",
        "20,20",
        "49,20",
        "50,50",
        "99,50",
        "100,100",
        "4999,2000"
    })
    void oneMoreDoesNotShowBetweenTheSteps(long count, long told) {
        assertThat(AtLeast.of(count)).isEqualTo(told);
    }
}
