package io.mingjing.evaluation.code.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Visits, a thousand at a time. Each call joins the running transaction. */
@ApplicationScoped
public class VisitStore {

    private static final String COLUMNS =
            "select number, window_code, owner_unit, day, matters, rater_type, confirmed from visit ";

    private final AgroalDataSource database;

    VisitStore(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Adds those whose number is new; in order of their numbers, so that two batches cannot wait for each other.
     *
     * @return the numbers that were new
     */
    public Set<String> add(Collection<Visit> visits) {
        Map<String, Visit> ordered = new TreeMap<>();
        visits.forEach(visit -> ordered.putIfAbsent(visit.number(), visit));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into visit
                            (number, window_code, owner_unit, day, matters, rater_type, confirmed, exp_day)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing""")) {
            for (Visit visit : ordered.values()) {
                insert.setString(1, visit.number());
                insert.setString(2, visit.window());
                insert.setString(3, visit.ownerUnit());
                insert.setObject(4, visit.day());
                insert.setArray(
                        5, connection.createArrayOf("text", visit.matters().toArray()));
                insert.setString(6, visit.raterType().name());
                insert.setBoolean(7, visit.confirmed());
                insert.setObject(8, visit.expDay());
                insert.addBatch();
            }
            int[] added = insert.executeBatch();
            Set<String> numbers = new HashSet<>();
            int row = 0;
            for (String number : ordered.keySet()) {
                if (added[row++] == 1) {
                    numbers.add(number);
                }
            }
            return numbers;
        } catch (SQLException broken) {
            throw new IllegalStateException("visits could not be added", broken);
        }
    }

    public Map<String, Visit> find(Collection<String> numbers) {
        Map<String, Visit> found = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + "where number = any (?)")) {
            query.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            read(query.executeQuery()).forEach(visit -> found.put(visit.number(), visit));
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException("visits could not be read", broken);
        }
    }

    public Optional<Visit> find(String number) {
        return Optional.ofNullable(find(List.of(number)).get(number));
    }

    /** Visits of some windows on a day; the order of their numbers, for there is no other. */
    public List<Visit> ofDay(Collection<String> windows, LocalDate day, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        COLUMNS + "where window_code = any (?) and day = ? order by number limit ?")) {
            query.setArray(1, connection.createArrayOf("text", windows.toArray()));
            query.setObject(2, day);
            query.setInt(3, limit);
            return read(query.executeQuery());
        } catch (SQLException broken) {
            throw new IllegalStateException("visits of a day could not be read", broken);
        }
    }

    /** Matters of some windows since a day, those of most visits first. */
    public List<String> usualMatters(Collection<String> windows, LocalDate since, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select matter from visit, unnest(matters) matter where window_code = any (?) and day >= ?
                        group by matter order by count(*) desc, matter limit ?""")) {
            query.setArray(1, connection.createArrayOf("text", windows.toArray()));
            query.setObject(2, since);
            query.setInt(3, limit);
            ResultSet rows = query.executeQuery();
            List<String> matters = new ArrayList<>();
            while (rows.next()) {
                matters.add(rows.getString(1));
            }
            return matters;
        } catch (SQLException broken) {
            throw new IllegalStateException("usual matters could not be read", broken);
        }
    }

    private static List<Visit> read(ResultSet rows) throws SQLException {
        List<Visit> visits = new ArrayList<>();
        while (rows.next()) {
            visits.add(new Visit(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getObject(4, LocalDate.class),
                    Arrays.asList((String[]) rows.getArray(5).getArray()),
                    RaterType.valueOf(rows.getString(6)),
                    rows.getBoolean(7)));
        }
        return visits;
    }
}
