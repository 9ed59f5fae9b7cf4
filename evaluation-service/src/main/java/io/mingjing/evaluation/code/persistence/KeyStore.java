package io.mingjing.evaluation.code.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.domain.MacAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Wrapped keys. Each call joins the running transaction or is one of its own. */
@ApplicationScoped
public class KeyStore {

    /** A key of the ring of one purpose. */
    public record StoredServiceKey(
            String purpose, int kid, KeyState state, MacAlgorithm algorithm, LocalDate fromDay, WrappedKey key) {}

    private final AgroalDataSource database;

    KeyStore(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<byte[]> canary(String kekId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select box from key_canary where kek_id = ?")) {
            query.setString(1, kekId);
            ResultSet found = query.executeQuery();
            return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("canary could not be read", broken);
        }
    }

    public void keepCanary(String kekId, byte[] box) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into key_canary (kek_id, box) values (?, ?) on conflict do nothing")) {
            insert.setString(1, kekId);
            insert.setBytes(2, box);
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("canary could not be kept", broken);
        }
    }

    /** Key-encryption keys that wrap a service key or a day's: without one of them some box would seem to be bad. */
    public Set<String> kekIdsInUse() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select kek_id from service_key union select kek_id from day_key")) {
            ResultSet found = query.executeQuery();
            Set<String> ids = new HashSet<>();
            while (found.next()) {
                ids.add(found.getString(1));
            }
            return ids;
        } catch (SQLException broken) {
            throw new IllegalStateException("ids of key-encryption keys could not be read", broken);
        }
    }

    public List<StoredServiceKey> serviceKeys() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select purpose, kid, state, alg, from_day, kek_id, wrapped from service_key
                        order by purpose, kid""")) {
            ResultSet found = query.executeQuery();
            List<StoredServiceKey> keys = new ArrayList<>();
            while (found.next()) {
                keys.add(new StoredServiceKey(
                        found.getString(1),
                        found.getInt(2),
                        KeyState.ofWord(found.getString(3)),
                        MacAlgorithm.ofWord(found.getString(4)),
                        found.getObject(5, LocalDate.class),
                        new WrappedKey(found.getString(6), found.getBytes(7))));
            }
            return keys;
        } catch (SQLException broken) {
            throw new IllegalStateException("keys could not be read", broken);
        }
    }

    /** Adds a key to a ring; does nothing where the key id is taken or another key is active. */
    public void addServiceKey(StoredServiceKey key) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into service_key (purpose, kid, state, alg, from_day, kek_id, wrapped)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            insert.setString(1, key.purpose());
            insert.setInt(2, key.kid());
            insert.setString(3, key.state().word());
            insert.setString(4, key.algorithm().word());
            insert.setObject(5, key.fromDay());
            insert.setString(6, key.key().kekId());
            insert.setBytes(7, key.key().box());
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("key could not be added", broken);
        }
    }

    /** The keys of an expiry day by purpose; empty where the day was never opened or its keys were destroyed. */
    public Map<String, WrappedKey> dayKeys(LocalDate expDay) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select purpose, kek_id, wrapped from day_key where exp_day = ?")) {
            query.setObject(1, expDay);
            ResultSet found = query.executeQuery();
            Map<String, WrappedKey> keys = new HashMap<>();
            while (found.next()) {
                keys.put(found.getString(1), new WrappedKey(found.getString(2), found.getBytes(3)));
            }
            return keys;
        } catch (SQLException broken) {
            throw new IllegalStateException("keys of a day could not be read", broken);
        }
    }

    /** Days that have keys. */
    public Set<LocalDate> daysWithKeys() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select distinct exp_day from day_key")) {
            return days(query.executeQuery());
        } catch (SQLException broken) {
            throw new IllegalStateException("days with keys could not be read", broken);
        }
    }

    /**
     * Destroys the keys of days whose partition was dropped some days ago. A day with a box in quarantine keeps its keys:
     * the box waits for a person, who needs them.
     *
     * @param droppedBy last day on which the partition may have been dropped
     * @param most days at once, the oldest first
     * @return the days
     */
    public Set<LocalDate> destroyDays(LocalDate droppedBy, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("""
                        delete from day_key where exp_day in (
                            select d.exp_day from intake_dropped d
                             where d.dropped_day <= ?
                               and to_regclass('intake_' || to_char(d.exp_day, 'YYYYMMDD')) is null
                               and exists (select from day_key k where k.exp_day = d.exp_day)
                               and not exists (select from quarantine q where q.exp_day = d.exp_day)
                             order by d.exp_day limit ?)
                        returning exp_day""")) {
            delete.setObject(1, droppedBy);
            delete.setInt(2, most);
            return days(delete.executeQuery());
        } catch (SQLException broken) {
            throw new IllegalStateException("keys of old days could not be destroyed", broken);
        }
    }

    private static Set<LocalDate> days(ResultSet rows) throws SQLException {
        Set<LocalDate> days = new HashSet<>();
        while (rows.next()) {
            days.add(rows.getObject(1, LocalDate.class));
        }
        return days;
    }

    /** Opens an expiry day: its keys, where they are not there yet, and its partition of the intake. */
    public void openDay(LocalDate expDay, Map<String, WrappedKey> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into day_key (exp_day, purpose, kek_id, wrapped) values (?, ?, ?, ?)
                        on conflict do nothing""");
                PreparedStatement partition = connection.prepareStatement("select intake_open_day(?)")) {
            partition.setObject(1, expDay);
            partition.execute();
            for (Map.Entry<String, WrappedKey> key : keys.entrySet()) {
                insert.setObject(1, expDay);
                insert.setString(2, key.getKey());
                insert.setString(3, key.getValue().kekId());
                insert.setBytes(4, key.getValue().box());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("day could not be opened", broken);
        }
    }
}
