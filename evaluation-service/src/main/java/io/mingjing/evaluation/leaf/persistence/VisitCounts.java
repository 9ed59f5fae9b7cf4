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

/** Finished visits as the mixer counts them. */
@ApplicationScoped
public class VisitCounts {

    /** @param counted whether a leaf has counted it as served */
    public record FinishedVisit(
            String number,
            String ownerUnit,
            LocalDate day,
            LocalDate expDay,
            List<String> matters,
            boolean confirmed,
            boolean counted) {

        public FinishedVisit {
            matters = List.copyOf(matters);
        }
    }

    private final AgroalDataSource database;

    VisitCounts(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Visits of a window that no leaf has counted, and all of the days whose ratings are pending.
     *
     * @param pendingFrom first day with a pending rating; null where there is none
     */
    public List<FinishedVisit> of(String window, @Nullable LocalDate pendingFrom, LocalDate through) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select number, owner_unit, day, exp_day, matters, confirmed, counted from visit
                         where window_code = ? and not counted and day <= ?
                        union all
                        select number, owner_unit, day, exp_day, matters, confirmed, counted from visit
                         where window_code = ? and counted and day between ? and ?""")) {
            query.setString(1, window);
            query.setObject(2, through);
            query.setString(3, window);
            query.setObject(4, pendingFrom == null ? through.plusDays(1) : pendingFrom);
            query.setObject(5, through);
            ResultSet rows = query.executeQuery();
            List<FinishedVisit> visits = new ArrayList<>();
            while (rows.next()) {
                visits.add(new FinishedVisit(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getObject(3, LocalDate.class),
                        rows.getObject(4, LocalDate.class),
                        List.of((String[]) rows.getArray(5).getArray()),
                        rows.getBoolean(6),
                        rows.getBoolean(7)));
            }
            return visits;
        } catch (SQLException broken) {
            throw new IllegalStateException("visits could not be read", broken);
        }
    }

    /** Windows with visits that no leaf has counted. */
    public List<String> windowsWithUncounted() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select distinct window_code from visit where not counted")) {
            ResultSet rows = query.executeQuery();
            List<String> windows = new ArrayList<>();
            while (rows.next()) {
                windows.add(rows.getString(1));
            }
            return windows;
        } catch (SQLException broken) {
            throw new IllegalStateException("windows could not be read", broken);
        }
    }

    /**
     * Takes visits that no feed confirmed at windows with one out of the reading: they count in no leaf, and each slot
     * would read them anew for ever. Joins the caller's transaction.
     *
     * @param expiredBefore only those whose codes expired before this day
     * @param most so many at once; the others are left for the next slot
     */
    public void passOver(LocalDate expiredBefore, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update visit set counted = true where number in (
                            select v.number from visit v join service_window w on w.code = v.window_code
                             where w.feed and not v.counted and not v.confirmed and v.exp_day < ? limit ?)""")) {
            update.setObject(1, expiredBefore);
            update.setInt(2, most);
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("unconfirmed visits could not be passed over", broken);
        }
    }

    /** Counts visits as served; joins the caller's transaction. */
    public void count(Collection<String> numbers) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update visit set counted = true where number = any (?)")) {
            update.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("visits could not be counted", broken);
        }
    }
}
