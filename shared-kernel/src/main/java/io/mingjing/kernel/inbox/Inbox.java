package io.mingjing.kernel.inbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What this service has taken in. Rows outlive the topics' retention (14 d), so that a replay is still recognised. */
@ApplicationScoped
class Inbox {

    private final AgroalDataSource dataSource;

    Inbox(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Remembers events in the running transaction and answers those that are new. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<UUID> firstTime(Collection<UUID> events) {
        String sql = "insert into inbox (event_id) select unnest(?) on conflict do nothing returning event_id";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            Set<UUID> fresh = new HashSet<>();
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    fresh.add(row.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException e) {
            throw new IllegalStateException("The inbox did not answer", e);
        }
    }

    /** Forgets what no broker can send again; bounded, the next run takes the rest. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        String sql = """
                delete from inbox where event_id in (
                    select event_id from inbox where received_at < now() - interval '30 days'
                     order by received_at limit 10000)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The inbox could not be tidied", e);
        }
    }
}
