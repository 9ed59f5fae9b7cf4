package io.mingjing.task.supervision.application;

import static io.mingjing.task.clock.application.RunningClocks.COORDINATOR;
import static io.mingjing.task.clock.application.RunningClocks.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.local.RealPartsResource;
import io.mingjing.task.TestClock;
import io.mingjing.task.TestDatabase;
import io.mingjing.task.clock.application.RunningClocks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims under competition and failure: each rung is told once, or not at all once its task is closed. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class RungClaimTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningClocks running;
    private final RungClaim claim;
    private final MissedRungs missed;
    private final TestClock clock;
    private final TestDatabase database;
    private final AuditTrail trail;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    RungClaimTest(
            RunningClocks running,
            RungClaim claim,
            MissedRungs missed,
            TestClock clock,
            TestDatabase database,
            AuditTrail trail) {
        this.running = running;
        this.claim = claim;
        this.missed = missed;
        this.clock = clock;
        this.database = database;
        this.trail = trail;
    }

    @BeforeEach
    void dueOnThursday() {
        database.clearClocks();
        clock.set("2026-01-30T10:00");
    }

    @AfterEach
    void stop() {
        database.asOwner("drop trigger if exists obstruct on outbox");
        threads.shutdownNow();
        clock.backToRealTime();
    }

    @Test
    void aThousandAndOneDueAtOnceAreEachToldOnceByFourClaimers() throws Exception {
        List<UUID> tasks = startMany(1001);
        clock.set("2026-03-20T09:00");

        List<Future<Integer>> claimers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            claimers.add(threads.submit(this::claimAll));
        }
        int claimed = 0;
        for (Future<Integer> claimer : claimers) {
            claimed += claimer.get();
        }
        claimed += claimAll();

        // Each task's due-soon is superseded, its overdue told.
        assertThat(claimed).isEqualTo(2002);
        assertThat(database.events("RungReached", "taskId"))
                .hasSize(1001)
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(UUID::toString).toList());
        assertThat(database.texts("select distinct state || ' ' || rung from rung order by 1"))
                .containsExactly(
                        "CLAIMED OVERDUE",
                        "PENDING LEADER_IN_CHARGE",
                        "PENDING PRINCIPAL_LEADER",
                        "SUPERSEDED DUE_SOON");
        assertThat(missed.scan()).isEmpty();
    }

    @Test
    void aCloseThatComesFirstWins() throws Exception {
        UUID task = running.start(days(30));
        clock.set("2026-03-20T09:00");

        // The claim runs while the close has not committed: it skips the task, and afterwards there is nothing to
        // claim.
        running.run(all -> {
            all.satisfy(task, clock.now(), COORDINATOR);
            assertThat(elsewhere(claim::claimDue)).isZero();
        });

        assertThat(claimAll()).isZero();
        assertThat(database.events("RungReached", "rung")).isEmpty();
    }

    @Test
    void aTaskThatSomebodyIsChangingIsLeftAloneAndNobodyWaitsInACircle() {
        UUID task = running.start(days(30));
        clock.set("2026-03-20T09:00");

        running.run(all -> {
            trail.append(new AuditTrail.Act(
                    "task:" + task, "TASK_CLOSED", "u-1", "某人（演示）", null, null, null, null, clock.now()));
            assertThat(elsewhere(claim::claimDue)).isZero();
            all.satisfy(task, clock.now(), COORDINATOR);
        });

        assertThat(claimAll()).isZero();
        assertThat(database.events("RungReached", "rung")).isEmpty();
    }

    @Test
    void aClaimThatComesFirstIsToldBeforeTheClose() throws Exception {
        UUID task = running.start(days(30));
        clock.set("2026-03-20T09:00");

        Future<?> close = QuarkusTransaction.requiringNew().call(() -> {
            claim.claimDue();
            Future<?> waiting = threads.submit(() -> running.run(all -> all.satisfy(task, clock.now(), COORDINATOR)));
            await().atMost(SOON).until(() -> !blocked().isEmpty());
            return waiting;
        });
        close.get();

        assertThat(database.texts("select type from event_seen where type not like '%Calendar%' order by id"))
                .containsExactly("mingjing.task.RungReached.v1", "mingjing.task.ClockChanged.v1");
    }

    @Test
    void closesAndClaimsAtRandomNeverTellAfterAClose() throws Exception {
        List<UUID> tasks = startMany(200);
        clock.set("2026-03-20T09:00");

        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(this::claimAll));
        all.add(threads.submit(this::claimAll));
        for (UUID task : tasks) {
            all.add(threads.submit(() -> running.run(each -> each.satisfy(task, clock.now(), COORDINATOR))));
        }
        for (Future<?> each : all) {
            each.get();
        }
        claimAll();

        assertThat(database.texts("select distinct state from rung where state in ('PENDING')"))
                .isEmpty();
        assertThat(database.texts("""
                        select r.key from event_seen r join event_seen c on c.key = r.key and c.type like '%ClockChanged%'
                         where r.type like '%RungReached%' and r.id > c.id
                        """)).isEmpty();
        assertThat(database.events("ClockChanged", "taskId"))
                .doesNotHaveDuplicates()
                .hasSize(200);
        assertThat(database.events("RungReached", "taskId")).doesNotHaveDuplicates();
    }

    @Test
    void aClaimThatCannotAnnounceLeavesEverythingPending() {
        running.start(days(30));
        clock.set("2026-03-20T09:00");
        obstruct("raise exception 'no room';");

        assertThatThrownBy(claim::claimDue).isInstanceOf(IllegalStateException.class);
        assertThat(database.texts("select state from rung where step < 2")).containsOnly("PENDING");

        database.asOwner("drop trigger obstruct on outbox");
        assertThat(claimAll()).isEqualTo(2);
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");
    }

    @Test
    void aClaimerKilledBetweenMarkingAndCommitLosesAndDoublesNothing() throws Exception {
        running.start(days(30));
        clock.set("2026-03-20T09:00");
        obstruct("perform pg_sleep(30);");

        Future<Integer> killed = threads.submit(claim::claimDue);
        await().atMost(SOON).until(() -> !sleeping().isEmpty());
        database.asSuperuser("select pg_terminate_backend(" + sleeping().getFirst() + ")");
        assertThatThrownBy(killed::get).isNotNull();

        database.asOwner("drop trigger obstruct on outbox");
        assertThat(claimAll()).isEqualTo(2);
        assertThat(database.events("RungReached", "rung")).containsExactly("OVERDUE");
    }

    @Test
    void theAuditorFindsWhatWasNeverPlannedAndWhatWasNeverClaimed() {
        UUID unplanned = running.start(days(30));
        UUID unclaimed = running.start(days(30));
        database.asOwner(
                "delete from rung where clock_id = (select id from clock where task_id = '" + unplanned + "')");
        clock.set("2026-03-20T09:10");

        assertThat(missed.scan())
                .extracting(MissedRungs.Missed::taskId)
                .containsOnly(unplanned, unclaimed)
                .hasSize(4);
        claimAll();
        assertThat(missed.scan()).extracting(MissedRungs.Missed::taskId).containsOnly(unplanned);
    }

    @Test
    void theQuestionForDueRungsUsesItsIndex() {
        startMany(300);
        database.asOwner("analyze rung");

        assertThat(String.join(
                        "\n",
                        database.texts("explain select id from rung where state = 'PENDING' and fire_at <= '2026-01-01'"
                                + " order by fire_at, step, id limit 200")))
                .contains("rung_due");
    }

    private List<UUID> startMany(int number) {
        List<UUID> tasks = new ArrayList<>();
        for (int from = 0; from < number; from += 100) {
            int size = Math.min(100, number - from);
            running.run(all -> {
                for (int i = 0; i < size; i++) {
                    UUID task = UUID.randomUUID();
                    all.start(RunningClocks.spec(task, days(30), clock.today()), COORDINATOR);
                    tasks.add(task);
                }
            });
        }
        return tasks;
    }

    private int claimAll() {
        int all = 0;
        int batch = claim.claimDue();
        while (batch > 0) {
            all += batch;
            batch = claim.claimDue();
        }
        return all;
    }

    private <T> T elsewhere(Callable<T> work) {
        try {
            return threads.submit(work).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void obstruct(String what) {
        database.asOwner("create or replace function obstruct() returns trigger language plpgsql as $$ begin " + what
                + " return new; end $$");
        database.asOwner("create trigger obstruct before insert on outbox for each row execute function obstruct()");
    }

    private List<String> sleeping() {
        return database.texts("select pid::text from pg_stat_activity where wait_event = 'PgSleep'"
                + " and datname = current_database()");
    }

    private List<String> blocked() {
        return database.texts("select pid::text from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database()");
    }
}
