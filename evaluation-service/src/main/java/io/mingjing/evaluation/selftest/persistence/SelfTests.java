package io.mingjing.evaluation.selftest.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.selftest.domain.DayResult;
import io.mingjing.evaluation.selftest.domain.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rounds of the self-test and what came of them. Each call joins the running transaction or is one of its own. */
@ApplicationScoped
public class SelfTests {

    private final AgroalDataSource database;

    SelfTests(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether this process is the first to want a round: then it runs it. */
    public boolean claim(Round round) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into self_test_round (day, hour) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, round.day());
            insert.setInt(2, round.hour());
            return insert.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("a round could not be claimed", broken);
        }
    }

    /** Notes whether the answers of a round were alike over all levels; a round that never says so was broken off. */
    public void finish(Round round, boolean alike) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update self_test_round set alike = ? where day = ? and hour = ?")) {
            update.setBoolean(1, alike);
            update.setObject(2, round.day());
            update.setInt(3, round.hour());
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a round could not be finished", broken);
        }
    }

    /** Adds one test rating to the counts of its day. */
    public void count(LocalDate day, String channel, int level, boolean landed) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into self_test as t (day, channel, level, sent, landed) values (?, ?, ?, 1, ?)
                        on conflict (day, channel, level)
                            do update set sent = t.sent + 1, landed = t.landed + excluded.landed""")) {
            upsert.setObject(1, day);
            upsert.setString(2, channel);
            upsert.setInt(3, level);
            upsert.setInt(4, landed ? 1 : 0);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a test could not be counted", broken);
        }
    }

    /** Results from a day on: newest day first, then by channel and level. */
    public List<DayResult> since(LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select day, channel, level, sent, landed from self_test where day >= ?
                         order by day desc, channel, level desc""")) {
            query.setObject(1, day);
            ResultSet rows = query.executeQuery();
            List<DayResult> results = new ArrayList<>();
            while (rows.next()) {
                results.add(new DayResult(
                        rows.getObject(1, LocalDate.class),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getLong(4),
                        rows.getLong(5)));
            }
            return results;
        } catch (SQLException broken) {
            throw new IllegalStateException("results of the self-test could not be read", broken);
        }
    }

    /** Finished rounds from a day on whose answers were not alike. */
    public long unlikeSince(LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from self_test_round where day >= ? and alike is false")) {
            query.setObject(1, day);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException("rounds of the self-test could not be read", broken);
        }
    }
}
