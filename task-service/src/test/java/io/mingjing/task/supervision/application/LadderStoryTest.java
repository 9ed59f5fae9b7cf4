package io.mingjing.task.supervision.application;

import static io.mingjing.task.clock.application.RunningClocks.COORDINATOR;
import static io.mingjing.task.clock.application.RunningClocks.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.kernel.http.ProblemException;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.PostHolder;
import io.mingjing.task.TestClock;
import io.mingjing.task.TestDatabase;
import io.mingjing.task.clock.application.ClockAct.Refused;
import io.mingjing.task.clock.application.ClockAct.Why;
import io.mingjing.task.clock.application.ClockStarts;
import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.clock.application.RunningClocks;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.Colour;
import io.mingjing.task.clock.domain.Limit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A limit of 30 working days from 2026-01-30, due on Thursday 2026-03-19, as those who should act hear of it. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class LadderStoryTest {

    private static final PostHolder SECTION = PostHolder.of("u-section", "section@GY-KJJ-CGK");
    private static final PostHolder LEADER = PostHolder.of("u-leader", "leader_in_charge@GY-KJJ");

    private final RunningClocks running;
    private final Clocks clocks;
    private final ClockStarts starts;
    private final RungClaim claim;
    private final MissedRungs missed;
    private final TestClock clock;
    private final TestDatabase database;

    LadderStoryTest(
            RunningClocks running,
            Clocks clocks,
            ClockStarts starts,
            RungClaim claim,
            MissedRungs missed,
            TestClock clock,
            TestDatabase database) {
        this.running = running;
        this.clocks = clocks;
        this.starts = starts;
        this.claim = claim;
        this.missed = missed;
        this.clock = clock;
        this.database = database;
    }

    @BeforeEach
    void onTheDayOfTheComplaint() {
        database.clearClocks();
        clock.set("2026-01-30T10:00");
    }

    @AfterEach
    void backToRealTime() {
        clock.backToRealTime();
    }

    @Test
    void tellsEachStepOnceAtNineToThoseItIsFor() {
        UUID task = running.start(days(30));

        tell("2026-03-17T08:59:50");
        assertThat(database.events("RungReached", "rung")).isEmpty();
        tell("2026-03-17T09:00");
        tell("2026-03-17T18:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("DUE_SOON");
        assertThat(clocks.of(task).orElseThrow().colour()).isEqualTo(Colour.BLUE);
        tell("2026-03-19T23:59:50");
        tell("2026-03-20T08:59:50");
        assertThat(clocks.of(task).orElseThrow().colour()).isEqualTo(Colour.RED);
        tell("2026-03-20T09:00");
        tell("2026-03-24T09:00");
        tell("2026-03-26T09:00");
        tell("2027-03-26T09:00");

        assertThat(database.events("RungReached", "rung"))
                .containsExactly("DUE_SOON", "OVERDUE", "LEADER_IN_CHARGE", "PRINCIPAL_LEADER");
        assertThat(database.events("RungReached", "offices"))
                .extracting(text -> text.replaceAll("[\\s\"{}]", ""))
                .containsExactly(
                        "[role:section_head,unit:GY-KJJ-CGK,role:section,unit:GY-KJJ-CGK]",
                        "[role:section_head,unit:GY-KJJ-CGK,role:section,unit:GY-KJJ-CGK]",
                        "[role:leader_in_charge,unit:GY-KJJ]",
                        "[role:principal_leader,unit:GY-KJJ]");
        assertThat(database.events("RungReached", "workingDaysLate")).containsExactly("0", "1", "3", "5");
        assertThat(database.events("RungReached", "why"))
                .startsWith("整改时限截止2026-03-19，还剩2个工作日，请抓紧办理", "整改时限截止2026-03-19，已逾期1个工作日，请立即办理");
        assertThat(clocks.of(task).orElseThrow().step()).isEqualTo(3);
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void aJumpOverSeveralStepsTellsEachOnceInOrderButNotWhatWasOvertaken() {
        running.start(days(30));

        tell("2026-04-20T11:00");
        tell("2026-04-20T11:05");

        assertThat(database.events("RungReached", "rung"))
                .containsExactly("OVERDUE", "LEADER_IN_CHARGE", "PRINCIPAL_LEADER");
        assertThat(database.texts("select state from rung where rung = 'DUE_SOON'"))
                .containsExactly("SUPERSEDED");
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void nothingIsToldOfWhatWasPastAtTheStart() {
        running.start(new Limit.FixedDate(LocalDate.of(2024, 2, 5), true), LocalDate.of(2024, 2, 6));
        running.start(new Limit.ImmediateAndOngoing(), LocalDate.of(2024, 2, 6));

        tell("2026-01-30T11:00");
        tell("2026-03-26T09:00");
        assertThat(database.events("RungReached", "rung")).isEmpty();
        tell("2026-03-27T09:00");

        assertThat(database.events("RungReached", "why")).containsExactly("2026-Q1季度佐证截止2026-03-31，还剩2个工作日，请抓紧办理");
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void nothingIsEverToldOfFiveProofsThatWereOverWhenTheirPlanCameOut() {
        clock.set("2026-04-01T08:30");
        for (int task = 0; task < 5; task++) {
            running.start(new Limit.ImmediateAndOngoing(), LocalDate.of(2024, 2, 6));
        }

        tell("2026-04-02T09:00");
        tell("2026-06-12T09:00");

        assertThat(database.events("RungReached", "rung")).isEmpty();
        assertThat(database.texts("select distinct r.state from rung r join clock c on c.id = r.clock_id"
                        + " where c.period = '2026-Q1'"))
                .containsExactly("PAST");
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void nothingIsToldAfterAClose() {
        UUID task = running.start(days(30));
        tell("2026-03-20T09:00");

        running.run(all -> all.satisfy(task, clock.now(), COORDINATOR));
        tell("2026-04-20T11:00");

        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");
    }

    @Test
    void anAcknowledgedStepHoldsTheNextBackForTwoWorkingDaysAndNoLonger() {
        UUID task = running.start(days(30));
        tell("2026-03-20T09:00");

        ClockView held =
                running.act(all -> all.acknowledge(task, 1, SECTION)).orThrow().orElseThrow();

        assertThat(held.heldUntil()).isEqualTo(Instant.parse("2026-03-26T01:00:00Z"));
        assertThat(database.events("ClockChanged", "cause")).containsExactly("ACKNOWLEDGED");
        assertThat(database.events("ClockChanged", "generation")).containsExactly("1");
        tell("2026-03-24T09:00");
        tell("2026-03-26T08:59:50");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");
        tell("2026-03-26T09:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE", "LEADER_IN_CHARGE");
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void progressAfterAnAcknowledgementHoldsItBackOnceMore() {
        UUID task = running.start(days(30));
        tell("2026-03-20T09:00");
        running.act(all -> all.acknowledge(task, 1, SECTION)).orThrow();
        clock.set("2026-03-25T10:00");

        running.run(all -> all.progressed(task, clock.now(), COORDINATOR));

        tell("2026-03-27T09:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");
        tell("2026-03-30T09:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE", "LEADER_IN_CHARGE");
    }

    @Test
    void onlyAnAddresseeAcknowledgesAndOnlyWhatWasReachedLast() {
        UUID task = running.start(days(30));
        assertThat(running.act(all -> all.acknowledge(task, 0, SECTION))).isEqualTo(new Refused(Why.NOT_REACHED));
        tell("2026-03-20T09:00");

        assertThat(running.act(all -> all.acknowledge(task, 1, LEADER))).isEqualTo(new Refused(Why.NOT_ADDRESSED));
        assertThat(running.act(all -> all.acknowledge(task, 0, SECTION))).isEqualTo(new Refused(Why.NOT_REACHED));
        running.act(all -> all.acknowledge(task, 1, SECTION)).orThrow();
        assertThat(running.act(all -> all.acknowledge(task, 1, SECTION)))
                .isEqualTo(new Refused(Why.ALREADY_ACKNOWLEDGED));
        assertThatThrownBy(() ->
                        running.act(all -> all.acknowledge(task, 1, SECTION)).orThrow())
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void ofSeveralClocksAtOneStepEachIsAcknowledged() {
        UUID task = running.start(new Limit.ImmediateAndOngoing());
        running.act(all -> all.extend(task, LocalDate.of(2026, 6, 30), "困难", COORDINATOR))
                .orThrow();
        clock.set("2026-04-01T10:00");
        starts.startOwedProofs();
        tell("2026-07-01T09:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE", "OVERDUE");

        ClockView first =
                running.act(all -> all.acknowledge(task, 1, SECTION)).orThrow().orElseThrow();
        ClockView second =
                running.act(all -> all.acknowledge(task, 1, SECTION)).orThrow().orElseThrow();

        assertThat(second.clockId()).isNotEqualTo(first.clockId());
        assertThat(running.act(all -> all.acknowledge(task, 1, SECTION)))
                .isEqualTo(new Refused(Why.ALREADY_ACKNOWLEDGED));
    }

    @Test
    void anExtensionTellsOfTheNewDayOnly() {
        UUID task = running.start(days(30));
        tell("2026-03-20T09:00");
        running.act(all -> all.extend(task, LocalDate.of(2026, 4, 10), "困难", COORDINATOR))
                .orThrow();

        tell("2026-04-07T09:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");
        tell("2026-04-08T09:00");
        tell("2026-04-13T09:00");

        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE", "DUE_SOON", "OVERDUE");
        assertThat(database.events("RungReached", "generation")).containsExactly("1", "2", "2");
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void thePausedAreNotUrged() {
        UUID task = running.start(days(30));
        tell("2026-03-20T09:00");
        running.act(all -> all.pause(task, "委托鉴定", clock.now(), COORDINATOR)).orThrow();
        tell("2026-04-20T09:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");

        running.act(all -> all.resume(task, clock.now(), COORDINATOR)).orThrow();
        tell("2026-04-22T09:00");

        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE", "LEADER_IN_CHARGE");
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void aPauseOnTheDayOfAStepDoesNotTellItTwice() {
        UUID task = running.start(days(30));
        tell("2026-03-20T09:00");
        clock.set("2026-03-20T10:00");
        running.act(all -> all.pause(task, "委托鉴定", clock.now(), COORDINATOR)).orThrow();
        clock.set("2026-03-22T10:00");
        running.act(all -> all.resume(task, clock.now(), COORDINATOR)).orThrow();

        tell("2026-03-23T09:00");
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");
        assertThat(missed.scan()).isEmpty();
        tell("2026-03-27T09:00");

        assertThat(database.events("RungReached", "rung"))
                .containsExactly("OVERDUE", "LEADER_IN_CHARGE", "PRINCIPAL_LEADER");
        assertThat(missed.scan()).isEmpty();
    }

    private void tell(String moment) {
        clock.set(moment);
        while (claim.claimDue() > 0) {
            // The next batch.
        }
    }
}
