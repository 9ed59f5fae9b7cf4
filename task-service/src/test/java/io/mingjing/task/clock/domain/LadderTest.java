package io.mingjing.task.clock.domain;

import static io.mingjing.task.clock.domain.ClockFixture.at;
import static io.mingjing.task.clock.domain.ClockFixture.startedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.calendar.CalendarFixture;
import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Due on Thursday 2026-03-19, the thirtieth working day from 2026-01-30, unless another day is named. */
class LadderTest {

    private static final int NONE = -1;
    private static final LocalDate DUE = LocalDate.of(2026, 3, 19);

    private final WorkingCalendar cn = CalendarFixture.cn();
    private final Ladder ladder = ClockFixture.ladder();

    @Test
    void firesAtNineOfWorkingDaysAroundTheDueDay() {
        assertThat(pending(DUE, startedOn("2026-01-30T10:00"), NONE))
                .containsExactly(
                        "DUE_SOON 2026-03-17T01:00:00Z",
                        "OVERDUE 2026-03-20T01:00:00Z",
                        "LEADER_IN_CHARGE 2026-03-24T01:00:00Z",
                        "PRINCIPAL_LEADER 2026-03-26T01:00:00Z");
    }

    @Test
    void stepsOverHolidaysAndOntoMakeUpDays() {
        // Due on the worked Saturday 2026-10-10, after the week of 国庆节.
        assertThat(pending(LocalDate.of(2026, 10, 10), startedOn("2026-09-01T10:00"), NONE))
                .containsExactly(
                        "DUE_SOON 2026-10-08T01:00:00Z",
                        "OVERDUE 2026-10-12T01:00:00Z",
                        "LEADER_IN_CHARGE 2026-10-14T01:00:00Z",
                        "PRINCIPAL_LEADER 2026-10-16T01:00:00Z");
    }

    @Test
    void firesNothingOfAClockThatWasPastAtTheStart() {
        assertThat(pending(DUE, startedOn("2026-03-20T08:59"), NONE)).isEmpty();
        assertThat(pending(DUE, startedOn("2026-03-24T09:00"), NONE)).isEmpty();
        assertThat(pending(DUE, startedOn("2026-03-24T09:00").recomputed("2026-03-24T10:00"), NONE))
                .isEmpty();
        assertThat(pending(DUE, startedOn("2026-03-19T23:59"), NONE)).first().isEqualTo("OVERDUE 2026-03-20T01:00:00Z");
    }

    @Test
    void anExtensionOrARefusedCloseOutBringsTheLadderOfSuchAClockBack() {
        ClockFixture paused =
                startedOn("2026-03-24T09:00").paused("2026-03-24T10:00").resumed("2026-03-24T11:00");
        ClockFixture reopened = startedOn("2026-03-24T09:00").reopened("2026-03-25T10:00");
        ClockFixture extended = startedOn("2026-03-24T09:00").extended("2026-03-25T10:00", "2026-03-31");

        assertThat(pending(DUE, paused, NONE)).isEmpty();
        assertThat(pending(DUE, reopened, NONE)).contains("PRINCIPAL_LEADER 2026-03-26T01:00:00Z");
        assertThat(pending(LocalDate.of(2026, 3, 31), extended, NONE)).hasSize(4);
    }

    @Test
    void anAcknowledgementHoldsTheNextStepsBackByTwoWorkingDays() {
        ClockFixture acknowledged = startedOn("2026-01-30T10:00").acknowledged("2026-03-20T10:00", 1);

        assertThat(pending(DUE, acknowledged, 1))
                .contains("LEADER_IN_CHARGE 2026-03-26T01:00:00Z", "PRINCIPAL_LEADER 2026-03-30T01:00:00Z");
    }

    @Test
    void progressWithinThatTimeHoldsThemBackOnceMore() {
        ClockFixture inTime = startedOn("2026-01-30T10:00")
                .acknowledged("2026-03-20T10:00", 1)
                .progressed("2026-03-23T10:00")
                .progressed("2026-03-24T10:00");
        ClockFixture tooLate = startedOn("2026-01-30T10:00")
                .acknowledged("2026-03-20T10:00", 1)
                .progressed("2026-03-26T09:00");
        ClockFixture withoutAcknowledgement = startedOn("2026-01-30T10:00").progressed("2026-03-23T10:00");

        assertThat(pending(DUE, inTime, 1)).contains("LEADER_IN_CHARGE 2026-03-30T01:00:00Z");
        assertThat(pending(DUE, tooLate, 1)).contains("LEADER_IN_CHARGE 2026-03-26T01:00:00Z");
        assertThat(pending(DUE, withoutAcknowledgement, 1)).contains("LEADER_IN_CHARGE 2026-03-24T01:00:00Z");
    }

    @Test
    void aPauseAfterTheDueDayHoldsTheLadder() {
        ClockFixture lasting = startedOn("2026-01-30T10:00").paused("2026-03-23T10:00");
        assertThat(pending(DUE, lasting, 1)).isEmpty();

        lasting.resumed("2026-04-01T10:00");
        assertThat(pending(DUE, lasting, 1))
                .containsExactly("LEADER_IN_CHARGE 2026-04-02T01:00:00Z", "PRINCIPAL_LEADER 2026-04-07T01:00:00Z");
    }

    @Test
    void whatWasToldOfADueDayIsNotToldOfItAgain() {
        ClockFixture resumed =
                startedOn("2026-01-30T10:00").paused("2026-03-20T10:00").resumed("2026-03-22T10:00");

        assertThat(pending(DUE, resumed, new Told(1, 1)))
                .containsExactly("LEADER_IN_CHARGE 2026-03-25T01:00:00Z", "PRINCIPAL_LEADER 2026-03-27T01:00:00Z");
        assertThat(pending(DUE, resumed, new Told(1, NONE))).contains("OVERDUE 2026-03-23T01:00:00Z");
    }

    @Test
    void anExtensionBeginsAgain() {
        ClockFixture extended = startedOn("2026-01-30T10:00")
                .acknowledged("2026-03-20T10:00", 1)
                .extended("2026-03-23T10:00", "2026-03-31");

        assertThat(pending(LocalDate.of(2026, 3, 31), extended, NONE))
                .containsExactly(
                        "DUE_SOON 2026-03-27T01:00:00Z",
                        "OVERDUE 2026-04-01T01:00:00Z",
                        "LEADER_IN_CHARGE 2026-04-03T01:00:00Z",
                        "PRINCIPAL_LEADER 2026-04-08T01:00:00Z");
    }

    @Test
    void aRefusedCloseOutTellsOnlyTheHighestStepMissedMeanwhile() {
        ClockFixture reopened = startedOn("2026-01-30T10:00").reopened("2026-03-24T15:00");

        assertThat(pending(DUE, reopened, 0))
                .containsExactly("LEADER_IN_CHARGE 2026-03-25T01:00:00Z", "PRINCIPAL_LEADER 2026-03-26T01:00:00Z");
        assertThat(pending(DUE, reopened, 2)).containsExactly("PRINCIPAL_LEADER 2026-03-26T01:00:00Z");
    }

    @Test
    void aDueDayThatBecameEarlierIsTold() {
        ClockFixture recomputed = startedOn("2026-01-30T10:00").recomputed("2026-03-20T10:00");

        assertThat(pending(DUE, recomputed, 0)).first().isEqualTo("OVERDUE 2026-03-23T01:00:00Z");
    }

    @Test
    void leadersHearAfterTheSectionAndTheCoordinatorWhereNoSectionLeads() {
        ResponsibleOffices two = new ResponsibleOffices(List.of("GY-KJJ-CGK", "GY-KJJ-ZGK"), List.of(), "GY-KJJ");
        ResponsibleOffices none = new ResponsibleOffices(List.of(), List.of("GY-KJJ-BGS"), "GY-KJJ");

        assertThat(ladder.step(1).orElseThrow().offices(two))
                .containsExactly(
                        new Office(Role.SECTION_HEAD, "GY-KJJ-CGK"),
                        new Office(Role.SECTION, "GY-KJJ-CGK"),
                        new Office(Role.SECTION_HEAD, "GY-KJJ-ZGK"),
                        new Office(Role.SECTION, "GY-KJJ-ZGK"));
        assertThat(ladder.step(1).orElseThrow().offices(none)).containsExactly(new Office(Role.COORDINATOR, "GY-KJJ"));
        assertThat(ladder.step(2).orElseThrow().offices(none))
                .containsExactly(new Office(Role.LEADER_IN_CHARGE, "GY-KJJ"));
        assertThat(ladder.step(2).orElseThrow().addresses(two, Set.of(new Post(Role.LEADER_IN_CHARGE, "GY-KJJ"))))
                .isTrue();
        assertThat(ladder.step(2).orElseThrow().addresses(two, Set.of(new Post(Role.SECTION, "GY-KJJ-ZGK"))))
                .isFalse();
    }

    @Test
    void opensAtNineOfTheNextWorkingDay() {
        assertThat(Ladder.nextOpening(at("2026-03-20T08:59:59"), cn)).isEqualTo(at("2026-03-20T09:00"));
        assertThat(Ladder.nextOpening(at("2026-03-20T09:00"), cn)).isEqualTo(at("2026-03-23T09:00"));
        assertThat(Ladder.nextOpening(at("2026-03-21T12:00"), cn)).isEqualTo(at("2026-03-23T09:00"));
    }

    private List<String> pending(LocalDate due, ClockFixture clock, int reached) {
        return pending(due, clock, new Told(reached, NONE));
    }

    private List<String> pending(LocalDate due, ClockFixture clock, Told told) {
        return ladder.plan(due, clock.ledger(), told, cn).stream()
                .filter(rung -> !rung.past())
                .map(rung -> rung.step().rung() + " " + rung.fireAt())
                .toList();
    }
}
