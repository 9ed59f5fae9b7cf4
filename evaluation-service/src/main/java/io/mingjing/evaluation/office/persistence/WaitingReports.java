package io.mingjing.evaluation.office.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.office.domain.WaitingReport;
import io.mingjing.evaluation.office.domain.WaitingReport.Closed;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Weekly reports of what waits, and the counts of rows by expiry day; no box is opened here. */
@ApplicationScoped
public class WaitingReports {

    /** A city by its unit. */
    public record City(String code, String name) {}

    private final AgroalDataSource rated;
    private final AgroalDataSource service;

    WaitingReports(@DataSource("rated") AgroalDataSource rated, AgroalDataSource service) {
        this.rated = rated;
        this.service = service;
    }

    /** Adds a report; one that its week has already stays as it is. Joins the caller's transaction. */
    public void add(WaitingReport report) {
        try (Connection connection = service.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into waiting_report (city, week, slot, accepted, pending, median_age, ninetieth_age,
                                                    oldest_age, late, closed_week, remaining)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (city, week) do nothing""")) {
            insert.setString(1, report.city());
            insert.setString(2, report.week());
            insert.setObject(3, report.slot());
            insert.setObject(4, report.accepted(), Types.BIGINT);
            insert.setObject(5, report.pending(), Types.BIGINT);
            insert.setObject(6, report.medianAge(), Types.INTEGER);
            insert.setObject(7, report.ninetiethAge(), Types.INTEGER);
            insert.setObject(8, report.oldestAge(), Types.INTEGER);
            insert.setObject(9, report.late(), Types.BIGINT);
            insert.setString(10, report.closedWeek());
            insert.setObject(11, report.remaining(), Types.BIGINT);
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    public boolean has(String city, String week) {
        try (Connection connection = service.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select exists (select from waiting_report where city = ? and week = ?)")) {
            query.setString(1, city);
            query.setString(2, week);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /**
     * Newest first.
     *
     * @param before week of the last one seen; null for the first page
     */
    public List<WaitingReport> page(@Nullable String before, int limit) {
        try (Connection connection = rated.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select city, week, slot, closed_week, accepted, remaining, pending, median_age, ninetieth_age,
                               oldest_age, late
                          from waiting_report where (? or week < ?) order by week desc, city limit ?""")) {
            query.setBoolean(1, before == null);
            query.setString(2, before == null ? "" : before);
            query.setInt(3, limit);
            ResultSet rows = query.executeQuery();
            List<WaitingReport> reports = new ArrayList<>();
            while (rows.next()) {
                reports.add(new WaitingReport(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getObject(3, LocalDate.class),
                        rows.getString(4),
                        rows.getObject(5, Long.class),
                        rows.getObject(6, Long.class),
                        rows.getObject(7, Long.class),
                        rows.getObject(8, Integer.class),
                        rows.getObject(9, Integer.class),
                        rows.getObject(10, Integer.class),
                        rows.getObject(11, Long.class)));
            }
            return reports;
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** The city this system serves: the topmost unit of that kind. */
    public Optional<City> city() {
        try (Connection connection = service.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select code, name from unit where kind = 'CITY' and active order by code limit 1")) {
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(new City(row.getString(1), row.getString(2))) : Optional.empty();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Boxes that still hold a rating, by expiry day. */
    public SortedMap<LocalDate, Long> pendingByExpDay() {
        try (Connection connection = service.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select exp_day, count(*) from intake where box is not null group by exp_day")) {
            ResultSet rows = query.executeQuery();
            SortedMap<LocalDate, Long> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(rows.getObject(1, LocalDate.class), rows.getLong(2));
            }
            return counts;
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /**
     * What the codes of a week brought, by their expiry days, and what of it still waits: one population in both counts.
     * Self-test boxes that were taken out were no ratings.
     */
    public Closed closed(String week, LocalDate from, LocalDate to) {
        try (Connection connection = service.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select (select count(*) from intake where exp_day between ? and ?)
                             + (select coalesce(sum(accepted), 0) from intake_dropped where exp_day between ? and ?)
                             - (select coalesce(sum(boxes), 0) from tested where exp_day between ? and ?),
                               (select count(*) from intake where exp_day between ? and ? and box is not null)
                        """)) {
            for (int count = 0; count < 4; count++) {
                query.setObject(2 * count + 1, from);
                query.setObject(2 * count + 2, to);
            }
            ResultSet row = query.executeQuery();
            row.next();
            return new Closed(week, row.getLong(1), row.getLong(2));
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private static IllegalStateException failed(SQLException broken) {
        return new IllegalStateException("what waits could not be counted or reported", broken);
    }
}
