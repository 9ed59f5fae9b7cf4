package io.mingjing.evaluation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.contact.domain.CanaryStanding.Morning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mornings are written oldest first: + confirmed, - not; the last one is today's. */
class CanaryStandingTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "+++,   1, 3, 0, false",
        "-++,   2, 3, 0, false",
        "++-,   1, 2, 0, false",
        "+----, 1, 1, 3, true",
        "+---,  1, 1, 2, false",
        "+-+--, 3, 3, 1, false",
    })
    void itTellsSinceWhenTheOfficeCanOpen(String mornings, int since, int latest, int missed, boolean alarm) {
        CanaryStanding standing = CanaryStanding.of(of(mornings), FIRST.plusDays(mornings.length() - 1));

        assertThat(standing)
                .isEqualTo(new CanaryStanding(FIRST.plusDays(since - 1), FIRST.plusDays(latest - 1), missed));
        assertThat(standing.alarming()).isEqualTo(alarm);
    }

    @Test
    void withoutAnyConfirmationItIsNotKnown() {
        assertThat(CanaryStanding.of(List.of(), FIRST)).isEqualTo(new CanaryStanding(null, null, 0));
        assertThat(CanaryStanding.of(of("----"), FIRST.plusDays(3)).alarming()).isTrue();
    }

    private static List<Morning> of(String mornings) {
        List<Morning> newestFirst = new ArrayList<>();
        for (int at = mornings.length() - 1; at >= 0; at--) {
            newestFirst.add(new Morning(FIRST.plusDays(at), mornings.charAt(at) == '+'));
        }
        return newestFirst;
    }
}
