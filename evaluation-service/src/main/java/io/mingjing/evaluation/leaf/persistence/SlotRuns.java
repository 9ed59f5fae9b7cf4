package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which slots were run, and how far the running one is. */
@ApplicationScoped
public class SlotRuns {

    private final AgroalDataSource database;

    SlotRuns(AgroalDataSource database) {
        this.database = database;
    }

    /** Day of the newest finished slot; empty before the first. */
    public Optional<LocalDate> lastFinished() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select max(day) from slot_run where finished")) {
            ResultSet row = query.executeQuery();
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class));
        } catch (SQLException broken) {
            throw new IllegalStateException("slots could not be read", broken);
        }
    }

    /** Notes that a slot is being run. */
    public void begin(LocalDate day, long epoch) {
        write("""
                insert into slot_run (day, epoch, finished) values (?, ?, false)
                on conflict (day) do update set epoch = excluded.epoch""", day, epoch);
    }

    /** Notes that a slot is through, and forgets which pools it looked at. */
    public void finish(LocalDate day, long epoch) {
        write("""
                with through as (delete from slot_assessed)
                insert into slot_run (day, epoch, finished) values (?, ?, true)
                on conflict (day) do update set epoch = excluded.epoch, finished = true""", day, epoch);
    }

    /** Notes that a slot looks at a pool; joins the caller's transaction. */
    public void assess(LocalDate day, PoolKey pool) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into slot_assessed (day, scope, place, owner_unit, stream) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, day);
            insert.setString(2, pool.scope().name());
            insert.setString(3, pool.place());
            insert.setString(4, pool.ownerUnit());
            insert.setString(5, pool.stream());
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a pool of a slot could not be recorded", broken);
        }
    }

    /** The pools that an unfinished slot has looked at. */
    public Set<PoolKey> assessed(LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select scope, place, owner_unit, stream from slot_assessed where day = ?")) {
            query.setObject(1, day);
            ResultSet rows = query.executeQuery();
            Set<PoolKey> keys = new HashSet<>();
            while (rows.next()) {
                keys.add(new PoolKey(
                        Scope.valueOf(rows.getString(1)), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return keys;
        } catch (SQLException broken) {
            throw new IllegalStateException("pools of a slot could not be read", broken);
        }
    }

    private void write(String sql, LocalDate day, long epoch) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, day);
            upsert.setLong(2, epoch);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a slot could not be recorded", broken);
        }
    }
}
