package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Boxes that did not open (隔离区). None is ever dropped: one leaves only by going back into the intake. */
@ApplicationScoped
public class Quarantine {

    /**
     * Boxes of a day that did not open for one cause; no place, which would say where somebody rated.
     *
     * @param expDay expiry day of their codes
     */
    public record Group(LocalDate expDay, String cause, long boxes) {}

    private final AgroalDataSource database;

    Quarantine(AgroalDataSource database) {
        this.database = database;
    }

    /** Moves a box that does not open out of the intake; joins the caller's transaction. */
    public void add(StoredBox box, String cause) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into quarantine (exp_day, h, place, box, cause) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, box.expDay());
            insert.setBytes(2, box.h());
            insert.setString(3, box.place());
            insert.setBytes(4, box.box());
            insert.setString(5, cause);
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a box could not be moved to quarantine", broken);
        }
    }

    /**
     * Groups by day and cause.
     *
     * @param after the last one seen; null for the first page
     */
    public List<Group> groups(@Nullable Group after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select exp_day, cause, count(*) from quarantine
                         where (? or (exp_day, cause) > (?, ?)) group by exp_day, cause order by exp_day, cause limit ?""")) {
            query.setBoolean(1, after == null);
            query.setObject(2, after == null ? LocalDate.EPOCH : after.expDay());
            query.setString(3, after == null ? "" : after.cause());
            query.setInt(4, limit);
            ResultSet rows = query.executeQuery();
            List<Group> groups = new ArrayList<>();
            while (rows.next()) {
                groups.add(new Group(rows.getObject(1, LocalDate.class), rows.getString(2), rows.getLong(3)));
            }
            return groups;
        } catch (SQLException broken) {
            throw new IllegalStateException("quarantine could not be read", broken);
        }
    }

    /**
     * Boxes of some expiry days, by key.
     *
     * @param after key of the last one seen; null for the first
     */
    public List<StoredBox> boxes(LocalDate from, LocalDate to, @Nullable BoxKey after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select exp_day, h, place, box from quarantine
                         where exp_day between ? and ? and (? or (exp_day, h) > (?, ?)) order by exp_day, h limit ?""")) {
            query.setObject(1, from);
            query.setObject(2, to);
            query.setBoolean(3, after == null);
            query.setObject(4, after == null ? from : after.expDay());
            query.setBytes(5, after == null ? new byte[0] : after.h());
            query.setInt(6, limit);
            return PendingBoxes.boxes(query.executeQuery());
        } catch (SQLException broken) {
            throw new IllegalStateException("quarantined boxes could not be read", broken);
        }
    }

    /**
     * Puts boxes back into the intake, where they are pending again under their old keys; joins the caller's transaction.
     *
     * @return how many there were
     */
    public int release(Collection<BoxKey> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement release = connection.prepareStatement("""
                        select count(*) filter (where quarantine_release(k.exp_day, k.h)) from unnest(?, ?) as k (exp_day, h)""")) {
            PendingBoxes.bind(connection, release, keys);
            ResultSet row = release.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException broken) {
            throw new IllegalStateException("quarantined boxes could not be put back", broken);
        }
    }
}
