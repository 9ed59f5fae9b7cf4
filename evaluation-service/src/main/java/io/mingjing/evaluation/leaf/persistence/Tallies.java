package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/** What the balance keeps so that it need not count: written by the mixer alone, never where ratings come in. */
@ApplicationScoped
public class Tallies {

    private final AgroalDataSource database;

    Tallies(AgroalDataSource database) {
        this.database = database;
    }

    /** Counts ratings that go into a leaf; joins the caller's transaction. */
    public void mixed(LocalDate slot, long ratings) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into mixed_tally as t (slot, ratings) values (?, ?)
                        on conflict (slot) do update set ratings = t.ratings + excluded.ratings""")) {
            upsert.setObject(1, slot);
            upsert.setLong(2, ratings);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("mixed ratings could not be counted", broken);
        }
    }

    /**
     * Counts the rows of a day that takes no ratings any more, once and for all.
     *
     * @param expDay its codes expired on an earlier day than yesterday
     */
    public void settle(LocalDate expDay) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into intake_tally as t (exp_day, accepted)
                        select d.day, (select count(*) from intake where exp_day = d.day) from (values (?::date)) as d (day)
                         where not exists (select from intake_tally s where s.exp_day = d.day and s.accepted is not null)
                        on conflict (exp_day) do update set accepted = excluded.accepted""")) {
            upsert.setObject(1, expDay);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the ratings of a day could not be counted", broken);
        }
    }
}
