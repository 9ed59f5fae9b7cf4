package io.mingjing.kernel.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The right to send, held by one relay of a service at a time. A new holder gets a new epoch, and everything that a
 * relay writes names its epoch: one that slept through its lease (a paused process) cannot undo what its successor did.
 * Time is the database's real time.
 */
@ApplicationScoped
class RelayLease {

    private static final String TAKE = """
            insert into relay_lease as l (name, epoch, holder, until)
            values ('outbox', 1, ?, now() + interval '10 seconds')
            on conflict (name) do update
               set epoch = case when l.holder = excluded.holder then l.epoch else l.epoch + 1 end,
                   holder = excluded.holder,
                   until = excluded.until
             where l.holder = excluded.holder or l.until < now()
            returning epoch
            """;

    private final AgroalDataSource dataSource;

    RelayLease(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes or renews the lease for ten seconds; empty while another relay holds it. */
    OptionalLong take(UUID holder) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, holder);
            try (ResultSet row = take.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Lets a successor start at once. */
    void giveBack(UUID holder) throws SQLException {
        String sql = "update relay_lease set until = now() where name = 'outbox' and holder = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, holder);
            update.executeUpdate();
        }
    }
}
