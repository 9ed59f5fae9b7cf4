package io.mingjing.evaluation.contact.domain;

import static io.mingjing.evaluation.contact.domain.CallOutcome.NOT_REACHED;
import static io.mingjing.evaluation.contact.domain.CallOutcome.REACHED;
import static io.mingjing.evaluation.contact.domain.CallOutcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.contact.domain.ContactCase.State;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The office calls within one working day; who cannot be reached is tried three times. */
class ContactCaseTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 24);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 25);

    private final ContactCase fresh = new ContactCase(UUID.randomUUID(), MONDAY, State.OPEN, null, 0);

    @Test
    void itIsLateFromTheDayAfterItsDueDay() {
        assertThat(fresh.late(MONDAY)).isFalse();
        assertThat(fresh.late(TUESDAY)).isTrue();
        assertThat(fresh.called(REACHED, TUESDAY, WEDNESDAY).late(WEDNESDAY)).isFalse();
    }

    @Test
    void anAnswerEndsIt() {
        assertThat(fresh.called(REACHED, MONDAY, TUESDAY))
                .isEqualTo(new ContactCase(fresh.id(), MONDAY, State.REACHED, MONDAY, 1));
        assertThat(fresh.called(REFUSED, MONDAY, TUESDAY).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void withoutAnAnswerItIsDueAgainUntilTheThirdTry() {
        ContactCase once = fresh.called(NOT_REACHED, MONDAY, TUESDAY);
        ContactCase twice = once.called(NOT_REACHED, TUESDAY, WEDNESDAY);
        ContactCase thrice = twice.called(NOT_REACHED, WEDNESDAY, WEDNESDAY.plusDays(1));

        assertThat(once).isEqualTo(new ContactCase(fresh.id(), TUESDAY, State.OPEN, null, 1));
        assertThat(twice.dueDay()).isEqualTo(WEDNESDAY);
        assertThat(thrice).isEqualTo(new ContactCase(fresh.id(), WEDNESDAY, State.NOT_REACHED, WEDNESDAY, 3));
    }

    @Test
    void aDeletedContactLeavesNoOpenCase() {
        assertThat(fresh.given(TUESDAY)).isEqualTo(new ContactCase(fresh.id(), MONDAY, State.NOT_REACHED, TUESDAY, 0));
        ContactCase done = fresh.called(REACHED, MONDAY, TUESDAY);
        assertThat(done.given(TUESDAY)).isEqualTo(done);
    }
}
