package io.mingjing.evaluation.code.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which key-encryption key wraps what. Each call joins the running transaction. */
@ApplicationScoped
public class KeyWraps {

    /** A key of a day as it is stored. */
    public record StoredDayKey(LocalDate expDay, String purpose, WrappedKey key) {}

    /**
     * How many keys a key-encryption key wraps.
     *
     * @param service keys that outlive a day
     * @param day keys of expiry days
     */
    public record Wrapped(long service, long day) {}

    private final AgroalDataSource database;

    KeyWraps(AgroalDataSource database) {
        this.database = database;
    }

    /** By id of the key-encryption key; those that wrap nothing are left out. */
    public Map<String, Wrapped> counts() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select kek_id, sum(service), sum(day) from (
                            select kek_id, 1 as service, 0 as day from service_key
                            union all select kek_id, 0, 1 from day_key) as wrapped group by kek_id""")) {
            ResultSet rows = query.executeQuery();
            Map<String, Wrapped> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(rows.getString(1), new Wrapped(rows.getLong(2), rows.getLong(3)));
            }
            return counts;
        } catch (SQLException broken) {
            throw new IllegalStateException("wrapped keys could not be counted", broken);
        }
    }

    /** Keys of days that another key than this one wraps. */
    public List<StoredDayKey> daysNotUnder(String kekId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select exp_day, purpose, kek_id, wrapped from day_key where kek_id <> ?
                        order by exp_day, purpose""")) {
            query.setString(1, kekId);
            ResultSet rows = query.executeQuery();
            List<StoredDayKey> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new StoredDayKey(
                        rows.getObject(1, LocalDate.class),
                        rows.getString(2),
                        new WrappedKey(rows.getString(3), rows.getBytes(4))));
            }
            return keys;
        } catch (SQLException broken) {
            throw new IllegalStateException("keys of days could not be read", broken);
        }
    }

    /** Replaces the wrapping of a day's key; nothing happens where the key was destroyed meanwhile. */
    public void rewrap(StoredDayKey before, WrappedKey after) {
        change(
                "update day_key set kek_id = ?, wrapped = ? where exp_day = ? and purpose = ? and kek_id = ?",
                after,
                before.expDay(),
                before.purpose(),
                before.key().kekId());
    }

    public void rewrap(KeyStore.StoredServiceKey before, WrappedKey after) {
        change(
                "update service_key set kek_id = ?, wrapped = ? where purpose = ? and kid = ? and kek_id = ?",
                after,
                before.purpose(),
                before.kid(),
                before.key().kekId());
    }

    private void change(String sql, WrappedKey after, Object... which) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, after.kekId());
            update.setBytes(2, after.box());
            for (int column = 0; column < which.length; column++) {
                update.setObject(3 + column, which[column]);
            }
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("key could not be wrapped anew", broken);
        }
    }
}
