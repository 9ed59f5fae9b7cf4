package io.mingjing.task.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.mingjing.kernel.audit.AuditSeals;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.audit.AuditVerifier;
import io.mingjing.kernel.house.KernelTables;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The kernel's audit trail on the real database: chains do not fork, cannot be edited, and show where they break. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))
class AuditTrailTest {

    private static final Instant AT = Instant.parse("2026-03-19T01:00:00.123Z");

    private final AuditTrail trail;
    private final AuditVerifier verifier;
    private final AuditSeals seals;
    private final AgroalDataSource dataSource;
    private final String url;
    private final String owner;
    private final String ownerPassword;

    AuditTrailTest(
            AuditTrail trail,
            AuditVerifier verifier,
            AuditSeals seals,
            AgroalDataSource dataSource,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String ownerPassword) {
        this.trail = trail;
        this.verifier = verifier;
        this.seals = seals;
        this.dataSource = dataSource;
        this.url = url;
        this.owner = owner;
        this.ownerPassword = ownerPassword;
    }

    @Test
    void concurrentActsOnOneAggregateMakeOneChain() throws Exception {
        String aggregate = "task:" + UUID.randomUUID();
        Callable<Long> act = () -> QuarkusTransaction.requiringNew().call(() -> trail.append(act(aggregate, "接收")));

        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            people.invokeAll(Stream.generate(() -> act).limit(40).toList());
        }

        List<Long> sequences = trail.read(aggregate, 0, 100).stream()
                .map(AuditTrail.Entry::sequence)
                .toList();
        assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
        assertThat(verifier.firstBreak(aggregate)).isEmpty();
    }

    @Test
    void theServiceItselfCannotChangeOrDeleteWhatWasWritten() {
        String aggregate = "task:" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> trail.append(act(aggregate, "接收")));

        assertThatThrownBy(() -> asService("update audit set why = 'x'")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asService("delete from audit")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asService("truncate audit")).hasMessageContaining("permission denied");
    }

    @Test
    void anEditBehindTheServicesBackIsFoundWhereItWasMade() throws SQLException {
        String edited = chainOfFive();
        String gap = chainOfFive();

        asOwner("update audit set why = '改过' where aggregate = ? and seq = 3", edited);
        asOwner("delete from audit where aggregate = ? and seq = 4", gap);

        assertThat(verifier.firstBreak(edited)).hasValue(3);
        assertThat(verifier.firstBreak(gap)).hasValue(4);
    }

    @Test
    void theNightIsSealedOnce() {
        QuarkusTransaction.requiringNew().run(() -> trail.append(act("task:" + UUID.randomUUID(), "接收")));

        seals.sealYesterday();
        List<AuditSeals.Seal> first = seals.before(null, 10);
        QuarkusTransaction.requiringNew().run(() -> trail.append(act("task:" + UUID.randomUUID(), "接收")));
        seals.sealYesterday();

        assertThat(first).isNotEmpty();
        assertThat(first.getFirst().heads()).isPositive();
        assertThat(seals.before(null, 10)).isEqualTo(first);
    }

    @Test
    void theLiveTablesAreTheKernels() throws SQLException {
        KernelTables.check(dataSource);
    }

    private String chainOfFive() {
        String aggregate = "task:" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            QuarkusTransaction.requiringNew().run(() -> trail.append(act(aggregate, "进展")));
        }
        return aggregate;
    }

    private static AuditTrail.Act act(String aggregate, String why) {
        return new AuditTrail.Act(
                aggregate, "TASK_ACCEPTED", "demo-cgk", "成果科（演示）", "section@GY-KJJ-CGK", "ISSUED", null, why, AT);
    }

    private void asService(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void asOwner(String sql, String aggregate) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownerPassword);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, aggregate);
            statement.executeUpdate();
        }
    }
}
