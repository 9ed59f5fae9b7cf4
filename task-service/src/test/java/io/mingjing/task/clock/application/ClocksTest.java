package io.mingjing.task.clock.application;

import static io.mingjing.task.clock.application.RunningClocks.COORDINATOR;
import static io.mingjing.task.clock.application.RunningClocks.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.TestClock;
import io.mingjing.task.TestDatabase;
import io.mingjing.task.clock.application.ClockAct.Refused;
import io.mingjing.task.clock.application.ClockAct.Why;
import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.ClockState;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.Colour;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.clock.domain.Limit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks on the real database: what an act leaves in the ledger, the rungs, the trail and the outbox. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class ClocksTest {

    private final RunningClocks running;
    private final Clocks clocks;
    private final ClockStarts starts;
    private final TestClock clock;
    private final TestDatabase database;
    private final AuditTrail trail;

    ClocksTest(
            RunningClocks running,
            Clocks clocks,
            ClockStarts starts,
            TestClock clock,
            TestDatabase database,
            AuditTrail trail) {
        this.running = running;
        this.clocks = clocks;
        this.starts = starts;
        this.clock = clock;
        this.database = database;
        this.trail = trail;
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
    void startsWithADueDayItsRungsAndItsTrail() {
        UUID task = running.start(days(30));

        ClockView view = clocks.of(task).orElseThrow();
        assertThat(view.dueDay()).isEqualTo("2026-03-19");
        assertThat(view.dueAt()).isEqualTo(Instant.parse("2026-03-19T16:00:00Z"));
        assertThat(view.state()).isEqualTo(ClockState.RUNNING);
        assertThat(view.workingDaysLeft()).isEqualTo(31);
        assertThat(view.colour()).isEqualTo(Colour.NONE);
        assertThat(rungs(task, "PENDING"))
                .containsExactly("DUE_SOON", "OVERDUE", "LEADER_IN_CHARGE", "PRINCIPAL_LEADER");
        assertThat(trail.read("task:" + task, 0, 10))
                .extracting(entry -> entry.act().action(), entry -> entry.act().to())
                .containsExactly(tuple("CLOCK_STARTED", "2026-03-19"));
    }

    @Test
    void aLimitThatIsNotStatedHasNoClock() {
        UUID task = running.start(new Limit.NotStated());

        assertThat(clocks.of(task)).isEmpty();
        assertThat(running.act(all -> all.pause(task, "依据", clock.now(), COORDINATOR)))
                .isEqualTo(new ClockAct.Noted());
    }

    @Test
    void whatIsPastAtTheStartIsAnsweredAndNeverPending() {
        UUID task = UUID.randomUUID();
        Limit date = new Limit.FixedDate(LocalDate.of(2024, 2, 5), true);

        Clocks.Started started =
                running.call(all -> all.start(RunningClocks.spec(task, date, LocalDate.of(2024, 2, 6)), COORDINATOR));

        assertThat(started.past()).extracting(ClockView::dueDay).containsExactly(LocalDate.of(2024, 2, 5));
        assertThat(rungs(task, "PENDING")).isEmpty();
        assertThat(rungs(task, "PAST")).hasSize(4);
    }

    @Test
    void immediateAndOngoingOwesAFirstActionAndThenAProofEachQuarter() {
        UUID fresh = running.start(new Limit.ImmediateAndOngoing());
        UUID old = running.start(new Limit.ImmediateAndOngoing(), LocalDate.of(2024, 2, 6));

        assertThat(clocks.all(fresh))
                .extracting(ClockView::kind, ClockView::dueDay)
                .containsExactly(tuple(ClockKind.FIRST_ACTION, LocalDate.of(2026, 2, 6)));
        assertThat(clocks.all(old))
                .extracting(ClockView::kind, ClockView::period, ClockView::dueDay, ClockView::overdue)
                .containsExactly(
                        tuple(ClockKind.FIRST_ACTION, null, LocalDate.of(2024, 2, 19), true),
                        tuple(ClockKind.PROOF, "2025-Q4", LocalDate.of(2025, 12, 31), true),
                        tuple(ClockKind.PROOF, "2026-Q1", LocalDate.of(2026, 3, 31), false));
        assertThat(clocks.explain(old).getFirst().rule()).contains("5个工作日", "本系统默认值");
        assertThat(clocks.explain(old).getLast().days().getFirst().day()).isEqualTo("2026-01-01");
    }

    @Test
    void anActionSatisfiesWhatIsOwedAndTheNextQuarterOwesAgain() {
        UUID task = running.start(new Limit.ImmediateAndOngoing());
        running.run(all -> all.progressed(task, clock.now(), COORDINATOR));
        assertThat(clocks.of(task).orElseThrow().state()).isEqualTo(ClockState.SATISFIED);
        assertThat(starts.startOwedProofs()).isZero();

        clock.set("2026-04-01T00:01");
        assertThat(starts.startOwedProofs()).isEqualTo(1);
        assertThat(starts.startOwedProofs()).isZero();

        ClockView proof = clocks.of(task).orElseThrow();
        assertThat(proof.period()).isEqualTo("2026-Q2");
        assertThat(proof.dueDay()).isEqualTo("2026-06-30");
        running.run(all -> all.satisfy(task, clock.now(), COORDINATOR));
        clock.set("2026-07-01T00:01");
        assertThat(starts.startOwedProofs()).as("closed for the round").isZero();
    }

    @Test
    void closingWithdrawsEveryRungAndSaysSoOnce() {
        UUID task = running.start(days(30));

        running.run(all -> all.satisfy(task, clock.now(), COORDINATOR));
        running.run(all -> all.satisfy(task, clock.now(), COORDINATOR));

        assertThat(clocks.of(task).orElseThrow().state()).isEqualTo(ClockState.SATISFIED);
        assertThat(rungs(task, "PENDING")).isEmpty();
        assertThat(database.events("ClockChanged", "cause")).containsExactly("CLOSED");
        assertThat(database.events("ClockChanged", "generation")).containsExactly("2");
        assertThat(database.events("ClockChanged", "dueAt")).containsOnlyNulls();
    }

    @Test
    void aRefusedCloseOutRunsAgainTowardsTheSameDay() {
        UUID task = running.start(days(30));
        running.run(all -> all.satisfy(task, clock.now(), COORDINATOR));
        clock.set("2026-03-18T15:00");

        running.run(all -> all.reopen(task, COORDINATOR));

        ClockView view = clocks.of(task).orElseThrow();
        assertThat(view.state()).isEqualTo(ClockState.RUNNING);
        assertThat(view.dueDay()).isEqualTo("2026-03-19");
        assertThat(database.texts(
                        "select rung || ' ' || fire_at::date from rung where state = 'PENDING' order by step"))
                .containsExactly(
                        "DUE_SOON 2026-03-19",
                        "OVERDUE 2026-03-20",
                        "LEADER_IN_CHARGE 2026-03-24",
                        "PRINCIPAL_LEADER 2026-03-26");
    }

    @Test
    void lateIsLateWhenTheWorkWasDoneLate() {
        UUID inTime = running.start(days(1));
        UUID late = running.start(days(1));
        Instant due = clocks.of(inTime).orElseThrow().dueAt();

        running.run(all -> all.satisfy(inTime, due.minusMillis(1), COORDINATOR));
        running.run(all -> all.satisfy(late, due, COORDINATOR));

        assertThat(clocks.of(inTime).orElseThrow().overdue()).isFalse();
        assertThat(clocks.of(late).orElseThrow().overdue()).isTrue();
    }

    @Test
    void aPauseKeepsTheLimitOpenAndItsResumeMovesTheDueDay() {
        UUID task = running.start(days(30));
        clock.set("2026-03-17T10:00");
        assertThat(running.act(all -> all.pause(task, "委托鉴定（函〔2026〕3号）", clock.now(), COORDINATOR))
                        .orThrow()
                        .orElseThrow()
                        .dueDay())
                .isNull();
        assertThat(rungs(task, "PENDING")).isEmpty();
        assertThat(running.act(all -> all.pause(task, "再次", clock.now(), COORDINATOR)))
                .isEqualTo(new Refused(Why.PAUSED));
        assertThat(running.act(all -> all.extend(task, LocalDate.of(2026, 5, 1), "困难", COORDINATOR)))
                .isEqualTo(new Refused(Why.PAUSED));

        clock.set("2026-03-24T10:00");
        ClockView resumed = running.act(all -> all.resume(task, clock.now(), COORDINATOR))
                .orThrow()
                .orElseThrow();

        assertThat(resumed.dueDay()).isEqualTo("2026-03-26");
        assertThat(resumed.generation()).isEqualTo(3);
        assertThat(running.act(all -> all.resume(task, clock.now(), COORDINATOR)))
                .isEqualTo(new ClockAct.Noted());
        assertThat(database.events("ClockChanged", "cause")).containsExactly("PAUSED", "RESUMED");
        DeadlineProof proof = clocks.explain(task).getFirst();
        assertThat(proof.days().getLast().day()).isEqualTo("2026-03-26");
        assertThat(proof.days())
                .filteredOn(day -> day.counts() == DeadlineProof.Counts.PAUSED)
                .hasSize(5)
                .allMatch(day -> "委托鉴定（函〔2026〕3号）".equals(day.name()));
    }

    @Test
    void nothingIsPausedInHindsightOrAheadOfTime() {
        UUID task = running.start(days(3));
        Instant beforeDue = clock.now().plusSeconds(60);
        clock.set("2026-02-10T10:00");

        assertThat(running.act(all -> all.pause(task, "依据", beforeDue, COORDINATOR)))
                .isEqualTo(new Refused(Why.WOULD_UNBREACH));
        assertThat(running.act(all -> all.pause(task, "依据", clock.now().plusSeconds(60), COORDINATOR)))
                .isEqualTo(new Refused(Why.OUT_OF_ORDER));
        assertThat(running.act(all -> all.pause(task, "依据", clock.now(), COORDINATOR))
                        .orThrow()
                        .orElseThrow()
                        .overdue())
                .isTrue();
    }

    @Test
    void anExtensionBeginsTheLadderAgainAndKeepsTheOldDay() {
        UUID task = running.start(days(30));

        assertThat(running.act(all -> all.extend(task, LocalDate.of(2026, 3, 19), "困难", COORDINATOR)))
                .isEqualTo(new Refused(Why.NOT_LATER));
        ClockView extended = running.act(all -> all.extend(task, LocalDate.of(2026, 4, 10), "困难", COORDINATOR))
                .orThrow()
                .orElseThrow();

        assertThat(extended.dueDay()).isEqualTo("2026-04-10");
        assertThat(database.texts(
                        "select state || ' ' || generation || ' ' || fire_at::date from rung where rung = 'OVERDUE'"
                                + " order by generation"))
                .containsExactly("CANCELLED 1 2026-03-20", "PENDING 2 2026-04-13");
        assertThat(trail.read("task:" + task, 1, 10))
                .extracting(entry -> entry.act().action(), entry -> entry.act().from(), entry -> entry.act()
                        .to())
                .containsExactly(tuple("CLOCK_EXTENDED", "2026-03-19", "2026-04-10"));
    }

    @Test
    void explainsEveryDay() {
        UUID task = running.start(days(30));

        DeadlineProof proof = clocks.explain(task).getFirst();

        assertThat(proof.rule()).isEqualTo("自2026-01-30起30个工作日（起算日不计）");
        assertThat(proof.days()).hasSize(49);
        assertThat(proof.days())
                .filteredOn(day -> day.counts() == DeadlineProof.Counts.MAKE_UP)
                .extracting(DeadlineProof.ProofDay::day, DeadlineProof.ProofDay::document)
                .containsExactly(
                        tuple(LocalDate.of(2026, 2, 14), "国办发明电〔2025〕7号"),
                        tuple(LocalDate.of(2026, 2, 28), "国办发明电〔2025〕7号"));
        assertThat(proof.days().getLast().counted()).isEqualTo(30);
    }

    @Test
    void refusesToWorkOutsideATransaction() {
        UUID task = UUID.randomUUID();

        assertThatThrownBy(() -> clocks.satisfy(task, clock.now(), COORDINATOR))
                .isInstanceOf(TransactionalException.class);
    }

    private List<String> rungs(UUID task, String state) {
        return database.texts(
                "select r.rung from rung r join clock c on c.id = r.clock_id"
                        + " where c.task_id = ? and r.state = ? order by r.step",
                task,
                state);
    }
}
