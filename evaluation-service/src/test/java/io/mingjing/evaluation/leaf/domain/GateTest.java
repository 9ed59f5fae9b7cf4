package io.mingjing.evaluation.leaf.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    @ParameterizedTest(name = "{0} raters, {1} poor, {2} served, feed {3}, drawn {4}: {5}")
    @CsvSource({
        "5, 0, 10, true,  true,  true",
        "4, 0, 10, true,  true,  false", // too few raters
        "5, 0,  9, true,  true,  false", // too few served
        "5, 3, 10, true,  true,  true", // two are content: the least
        "5, 4, 10, true,  true,  false", // one content rater would be named by the rest
        "5, 5, 10, true,  true,  false",
        "6, 2, 12, true,  true,  true", // the demo's window
        "6, 2, 12, true,  false, false", // held by the draw
        "6, 2, 12, false, true,  false", // without an independent feed twice as many
        "10, 2, 20, false, true, true",
        "9, 0, 40, false, true,  false",
        "40, 0, 19, false, true, false",
    })
    void closesOnlyLargeMixedAndDrawnPools(
            int raters, int poor, int served, boolean feed, boolean drawn, boolean closes) {
        assertThat(Gate.forVisits(5, feed).closes(new Turnout(raters, poor, served), drawn))
                .isEqualTo(closes);
    }

    @Test
    void ticketsNeedRatersButNobodyKnowsHowManyWereServed() {
        assertThat(Gate.forTickets(5).closes(new Turnout(5, 1, 0), true)).isTrue();
        assertThat(Gate.forTickets(5).closes(new Turnout(4, 1, 0), true)).isFalse();
    }

    @Test
    void contestedVisitsNeedAsManyRatersAsVisitsDo() {
        assertThat(Gate.forContested(5, true)).isEqualTo(new Gate(5, 0));
        assertThat(Gate.forContested(5, false)).isEqualTo(new Gate(10, 0));
    }

    @Test
    void refusesAnyKBelowTheFloor() {
        assertThatIllegalArgumentException().isThrownBy(() -> Gate.forVisits(2, true));
        assertThat(Gate.forVisits(3, true).raters()).isEqualTo(3);
    }
}
