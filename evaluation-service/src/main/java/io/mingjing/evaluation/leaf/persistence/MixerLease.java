package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The right to mix, held by one process at a time. A new holder gets a new epoch; every mixing transaction first holds
 * the lease's row under its epoch, so that one that slept through its lease changes nothing any more. Time is the
 * database's real time.
 */
@ApplicationScoped
public class MixerLease {

    private static final String TAKE = """
            insert into relay_lease as l (name, epoch, holder, until)
            values ('mixer', 1, ?, now() + interval '30 seconds')
            on conflict (name) do update
               set epoch = case when l.holder = excluded.holder then l.epoch else l.epoch + 1 end,
                   holder = excluded.holder,
                   until = excluded.until
             where l.holder = excluded.holder or l.until < now()
            returning epoch
            """;

    private final AgroalDataSource database;

    MixerLease(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes or renews the lease; empty while another process holds it. */
    public OptionalLong take(UUID holder) {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setObject(1, holder);
            ResultSet row = take.executeQuery();
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("the mixer's lease could not be taken", broken);
        }
    }

    /**
     * Keeps others out until the caller's transaction ends.
     *
     * @throws EpochOver where another process has taken the lease: the transaction must not go on
     */
    public void hold(long epoch) {
        try (Connection connection = database.getConnection();
                PreparedStatement hold = connection.prepareStatement("""
                        update relay_lease set until = now() + interval '30 seconds'
                         where name = 'mixer' and epoch = ?""")) {
            hold.setLong(1, epoch);
            if (hold.executeUpdate() != 1) {
                throw new EpochOver(epoch);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the mixer's lease could not be held", broken);
        }
    }

    /** Lets a successor start at once. */
    public void giveBack(UUID holder) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update relay_lease set until = now() where name = 'mixer' and holder = ?")) {
            update.setObject(1, holder);
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the mixer's lease could not be given back", broken);
        }
    }
}
