package io.mingjing.evaluation.intake.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.intake.domain.ReasonList;
import io.mingjing.evaluation.intake.domain.ReasonList.LocalReason;
import io.mingjing.evaluation.intake.domain.Scale.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The versions of the city's own reasons. Each call joins the running transaction. */
@ApplicationScoped
public class ReasonListStore {

    private final AgroalDataSource database;

    ReasonListStore(AgroalDataSource database) {
        this.database = database;
    }

    /** All versions, newest first. */
    public List<ReasonList> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select version, from_day, name from reason_list order by from_day desc")) {
            ResultSet rows = query.executeQuery();
            List<ReasonList> lists = new ArrayList<>();
            while (rows.next()) {
                int version = rows.getInt(1);
                lists.add(new ReasonList(
                        version, rows.getObject(2, LocalDate.class), rows.getString(3), reasons(connection, version)));
            }
            return lists;
        } catch (SQLException broken) {
            throw new IllegalStateException("lists of reasons could not be read", broken);
        }
    }

    /** Writes a version that is not in force yet, in the place of what it said before. */
    public void put(ReasonList list) {
        try (Connection connection = database.getConnection();
                PreparedStatement reasons = connection.prepareStatement("delete from local_reason where version = ?");
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into reason_list (version, from_day, name) values (?, ?, ?)
                        on conflict (version) do update set from_day = excluded.from_day, name = excluded.name""")) {
            reasons.setInt(1, list.version());
            reasons.executeUpdate();
            upsert.setInt(1, list.version());
            upsert.setObject(2, list.fromDay());
            upsert.setString(3, list.name());
            upsert.executeUpdate();
            put(connection, list);
        } catch (SQLException broken) {
            throw new IllegalStateException("list of reasons could not be written", broken);
        }
    }

    private static void put(Connection connection, ReasonList list) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into local_reason (version, code, level, place, zh, en, integrity)
                values (?, ?, ?, ?, ?, ?, ?)""")) {
            int place = 0;
            for (LocalReason one : list.reasons()) {
                insert.setInt(1, list.version());
                insert.setString(2, one.reason().code());
                insert.setInt(3, one.level());
                insert.setInt(4, ++place);
                insert.setString(5, one.reason().zh());
                insert.setString(6, one.reason().en());
                insert.setBoolean(7, one.reason().integrity());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<LocalReason> reasons(Connection connection, int version) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select level, code, zh, en, integrity from local_reason where version = ? order by level desc, place")) {
            query.setInt(1, version);
            ResultSet rows = query.executeQuery();
            List<LocalReason> reasons = new ArrayList<>();
            while (rows.next()) {
                reasons.add(new LocalReason(
                        rows.getInt(1),
                        new Reason(rows.getString(2), rows.getString(3), rows.getString(4), rows.getBoolean(5))));
            }
            return reasons;
        }
    }
}
