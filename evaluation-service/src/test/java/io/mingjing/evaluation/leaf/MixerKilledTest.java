package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.application.SlotWatch;
import io.mingjing.evaluation.leaf.persistence.EpochOver;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance.Balance;
import io.mingjing.evaluation.leaf.persistence.MixerLease;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The mixer is cut off in the middle of a leaf: nothing is lost, nothing is half done, and the leaf closes at the next slot.
 * A look in between changes nothing, whatever arrives: it would close the leaf upon an arrival.
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class MixerKilledTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final LocalDate NEXT_DAY = DAY.plusDays(1);

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final MixerLease lease;
    private final SlotWatch slots;
    private final MeterRegistry metrics;

    MixerKilledTest(
            MixingWorld world,
            SuperUser database,
            IntakeBalance balance,
            MixerLease lease,
            SlotWatch slots,
            MeterRegistry metrics) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.lease = lease;
        this.slots = slots;
        this.metrics = metrics;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    /** The server ends the mixer's own session at the row in question, as it does when the process is killed. */
    @ParameterizedTest(name = "killed at {0} of {1}")
    @CsvSource({
        "insert, leaf",
        "insert, rating",
        "insert, receipt",
        "insert, note",
        "insert, private_item",
        "insert, leaf_flag",
        "insert, mixed_tally",
        "insert, intake_tally",
        "update, intake",
        "update, visit",
        "insert, audit",
        "insert, outbox",
        "insert, quarantine",
    })
    void whateverRowItDiesAtNothingIsLost(String act, String table) {
        String window = world.windowPassing(CGK, DAY, NEXT_DAY);
        world.sixOfTwelve(window, CGK, DAY);
        RatingRecord seventh = Altered.withNote(world.rating(window, CGK, DAY, 7, "M-1", 1), "等了很久");
        world.rate(window, Altered.coerced(Altered.flagged(seventh, "VEL")));
        world.rate(window, CGK, DAY, 8, 5);
        world.damageOneBox(window);
        database.execute(
                """
                create or replace function kill_me() returns trigger language plpgsql security definer as $$
                begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$""",
                "create trigger kill_me after %s on %s for each row execute function kill_me()".formatted(act, table));

        try {
            world.slot(DAY);
        } catch (RuntimeException cut) {
            assertThat(cut).hasRootCauseInstanceOf(SQLException.class);
        } catch (AssertionError driver) {
            // Where assertions are on, the driver asserts that a connection does not vanish inside a batch.
            assertThat(driver).hasMessageContaining("getAutoCommit");
        }

        database.execute("drop trigger kill_me on " + table);
        Balance cutOff = balance.now();
        assertThat(cutOff).isEqualTo(balance.recount());
        assertThat(cutOff.balanced()).isTrue();
        assertThat(cutOff.mixed()).isZero();
        for (String empty :
                List.of("leaf", "rating", "receipt", "note", "private_item", "leaf_flag", "audit", "outbox_seen")) {
            assertThat(database.number("select count(*) from " + empty))
                    .as(empty)
                    .isZero();
        }
        assertThat(database.number("select count(*) from visit where counted")).isZero();

        world.rate(window, CGK, DAY, 9, 5);
        world.slot(DAY);
        assertThat(database.number("select count(*) from leaf"))
                .as("leaves of a second look within the slot")
                .isZero();

        world.slot(NEXT_DAY);

        assertThat(balance.now()).isEqualTo(new Balance(9, 0, 8, 1, 0));
        assertThat(database.number("select count(*) from leaf")).isEqualTo(1);
        assertThat(world.events()).hasSize(1);
    }

    /** A row that PostgreSQL refuses is quoted in its error, and a failed batch quotes its values: neither may be logged. */
    @Test
    void aFailureSaysNothingOfARating() {
        String window = world.windowPassing(CGK, DAY, NEXT_DAY);
        world.sixOfTwelve(window, CGK, DAY);
        List<String> said = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord log) {
                StringWriter words = new StringWriter();
                words.append(log.getMessage()).append(Arrays.toString(log.getParameters()));
                if (log.getThrown() != null) {
                    log.getThrown().printStackTrace(new PrintWriter(words, true));
                }
                said.add(words.toString());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        database.execute("alter table rating add constraint nobody_is_dissatisfied check (level > 1)");
        Logger.getLogger("").addHandler(listening);
        try {
            world.slot(DAY);
        } finally {
            Logger.getLogger("").removeHandler(listening);
            database.execute("alter table rating drop constraint nobody_is_dissatisfied");
        }

        assertThat(said).anyMatch(words -> words.contains("nobody_is_dissatisfied"));
        assertThat(said)
                .noneMatch(words -> words.contains("Failing row")
                        || words.contains(window)
                        || words.contains("INDIVIDUAL")
                        || words.contains("{108}")
                        || words.contains("\"108\""));
        world.slot(NEXT_DAY);
        assertThat(database.number("select count(*) from leaf")).isEqualTo(1);
    }

    @Test
    void aWindowThatFailsKeepsNoOtherFromClosingAndWaitsForTheNextSlot() {
        String bad = world.windowPassing(CGK, DAY, NEXT_DAY);
        String good = world.windowPassing(CGK, DAY, NEXT_DAY);
        for (String window : List.of(bad, good)) {
            world.sixOfTwelve(window, CGK, DAY);
        }
        world.rate(bad, CGK, DAY, 7, 5);
        world.damageOneBox(bad);
        double failed = metrics.counter("mingjing_mixer_failed").count();

        database.execute("alter table quarantine add constraint nothing_goes_in check (false)");
        try {
            world.slot(DAY);
        } finally {
            database.execute("alter table quarantine drop constraint nothing_goes_in");
        }
        assertThat(database.column("select place from leaf")).containsExactly(good);
        assertThat(metrics.counter("mingjing_mixer_failed").count()).isEqualTo(failed + 1);

        world.slot(DAY);
        assertThat(database.column("select place from leaf")).containsExactly(good);

        world.slot(NEXT_DAY);
        assertThat(database.column("select place from leaf")).containsExactlyInAnyOrder(good, bad);
        assertThat(balance.now()).isEqualTo(new Balance(13, 0, 12, 1, 0));
    }

    /** Killed after it looked at one window and before the other: the run after it looks at the other alone. */
    @Test
    void aRunAfterACrashLooksAtNoPoolASecondTime() {
        String seen = world.windowPassing(CGK, DAY, NEXT_DAY);
        String ahead = world.windowPassing(CGK, DAY, NEXT_DAY);
        for (String window : List.of(seen, ahead)) {
            world.sixOfTwelve(window, CGK, DAY);
        }
        database.execute(
                "insert into slot_run values ('%s', 1, false)".formatted(DAY),
                "insert into slot_assessed values ('%s', 'WINDOW', '%s', '%s', 'VISIT')".formatted(DAY, seen, CGK));
        double failed = metrics.counter("mingjing_mixer_failed").count();

        world.slot(DAY);
        assertThat(database.column("select place from leaf")).containsExactly(ahead);
        assertThat(metrics.counter("mingjing_mixer_failed").count())
                .as("left alone, not tried in vain")
                .isEqualTo(failed);
        assertThat(database.number("select count(*) from slot_assessed")).isZero();

        world.slot(NEXT_DAY);
        assertThat(database.column("select place from leaf")).containsExactlyInAnyOrder(seen, ahead);
    }

    @Test
    void aMixerThatSleptThroughItsLeaseChangesNothingAnyMore() {
        UUID sleeper = UUID.randomUUID();
        long old = lease.take(expired(sleeper)).orElseThrow();
        database.execute("update relay_lease set until = now() - interval '1 second' where name = 'mixer'");
        UUID successor = UUID.randomUUID();
        long current = lease.take(successor).orElseThrow();

        assertThat(current).isGreaterThan(old);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> lease.hold(old)))
                .isInstanceOf(EpochOver.class);
        assertThat(lease.take(sleeper)).isEmpty();

        String window = world.windowDrawn(true, DAY, CGK);
        world.sixOfTwelve(window, CGK, DAY);
        world.slot(DAY);
        assertThat(database.number("select count(*) from leaf"))
                .as("leaves while another process holds the lease")
                .isZero();

        lease.giveBack(successor);
        slots.look();
        assertThat(database.number("select count(*) from leaf")).isEqualTo(1);
    }

    private UUID expired(UUID holder) {
        database.execute("update relay_lease set until = now() - interval '1 second' where name = 'mixer'");
        return holder;
    }
}
