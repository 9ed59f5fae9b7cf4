package io.mingjing.kernel.audit;

import io.agroal.api.AgroalDataSource;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nightly seal: one hash over the heads of all chains, in order of the aggregate. Given to oversight (city level), it
 * pins what the trail said that night: whoever rewrites a chain later cannot reproduce it.
 */
@ApplicationScoped
public class AuditSeals {

    /** The seal of a night: how many chains there were and the hash of their heads, hexadecimal. */
    public record Seal(LocalDate day, long heads, String hash) {}

    private final AgroalDataSource dataSource;
    private final BusinessClock clock;

    AuditSeals(AgroalDataSource dataSource, BusinessClock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Seals the day that has ended, once; asked every quarter of an hour so that a night without power is made up for. */
    @Scheduled(every = "15m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void sealYesterday() {
        LocalDate day = clock.today().minusDays(1);
        try (Connection connection = dataSource.getConnection()) {
            if (!sealed(connection, day)) {
                seal(connection, day);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The trail could not be sealed", e);
        }
    }

    /** Newest seals first, before a day. */
    public List<Seal> before(@Nullable LocalDate day, int limit) {
        String sql = "select day, heads, hash from audit_seal where day < ? order by day desc limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, day == null ? LocalDate.of(9999, 1, 1) : day);
            select.setInt(2, limit);
            List<Seal> seals = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seals.add(new Seal(
                            row.getObject(1, LocalDate.class),
                            row.getLong(2),
                            HexFormat.of().formatHex(row.getBytes(3))));
                }
            }
            return seals;
        } catch (SQLException e) {
            throw new IllegalStateException("The seals cannot be read", e);
        }
    }

    private static boolean sealed(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from audit_seal where day = ?")) {
            select.setObject(1, day);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void seal(Connection connection, LocalDate day) throws SQLException {
        MessageDigest digest = AuditHash.sha256();
        long heads = 0;
        String sql = "select aggregate, seq, hash from audit_head order by aggregate collate \"C\"";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(1000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    digest.update((row.getString(1) + '\n' + row.getLong(2) + '\n').getBytes(StandardCharsets.UTF_8));
                    digest.update(row.getBytes(3));
                    heads++;
                }
            }
        }
        String keep = "insert into audit_seal (day, heads, hash) values (?, ?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(keep)) {
            insert.setObject(1, day);
            insert.setLong(2, heads);
            insert.setBytes(3, digest.digest());
            insert.executeUpdate();
        }
    }
}
