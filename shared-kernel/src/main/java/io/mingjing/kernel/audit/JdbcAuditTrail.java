package io.mingjing.kernel.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The trail as tables of the service's own database; appending locks the aggregate's head, so chains do not fork. */
@ApplicationScoped
class JdbcAuditTrail implements AuditTrail {

    private static final String HEAD = """
            insert into audit_head as h (aggregate, seq, hash) values (?, 0, ''::bytea)
            on conflict (aggregate) do update set seq = h.seq
            returning seq, hash
            """;

    private static final String ENTRY = """
            insert into audit (aggregate, seq, action, subject, name, post, from_value, to_value, why, at, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String READ = """
            select seq, action, subject, name, post, from_value, to_value, why, at, hash
              from audit where aggregate = ? and seq > ? order by seq limit ?
            """;

    private final AgroalDataSource dataSource;

    JdbcAuditTrail(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public long append(Act act) {
        try (Connection connection = dataSource.getConnection()) {
            long sequence;
            byte[] previous;
            try (PreparedStatement head = connection.prepareStatement(HEAD)) {
                head.setString(1, act.aggregate());
                try (ResultSet row = head.executeQuery()) {
                    row.next();
                    sequence = row.getLong(1) + 1;
                    previous = row.getBytes(2);
                }
            }
            byte[] hash = AuditHash.of(previous, sequence, act);
            insert(connection, sequence, act, hash);
            String sql = "update audit_head set seq = ?, hash = ? where aggregate = ?";
            try (PreparedStatement move = connection.prepareStatement(sql)) {
                move.setLong(1, sequence);
                move.setBytes(2, hash);
                move.setString(3, act.aggregate());
                move.executeUpdate();
            }
            return sequence;
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail did not take an entry", e);
        }
    }

    @Override
    public List<Entry> read(String aggregate, long afterSequence, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setString(1, aggregate);
            select.setLong(2, afterSequence);
            select.setInt(3, limit);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(aggregate, row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be read", e);
        }
    }

    private static void insert(Connection connection, long sequence, Act act, byte[] hash) throws SQLException {
        try (PreparedStatement entry = connection.prepareStatement(ENTRY)) {
            entry.setString(1, act.aggregate());
            entry.setLong(2, sequence);
            entry.setString(3, act.action());
            entry.setString(4, act.subject());
            entry.setString(5, act.name());
            entry.setString(6, act.post());
            entry.setString(7, act.from());
            entry.setString(8, act.to());
            entry.setString(9, act.why());
            entry.setObject(10, OffsetDateTime.ofInstant(act.at().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
            entry.setBytes(11, hash);
            entry.executeUpdate();
        }
    }

    private static Entry entry(String aggregate, ResultSet row) throws SQLException {
        Instant at = row.getObject(9, OffsetDateTime.class).toInstant();
        Act act = new Act(
                aggregate,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                at);
        return new Entry(row.getLong(1), act, HexFormat.of().formatHex(row.getBytes(10)));
    }
}
