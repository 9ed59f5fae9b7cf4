package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Up to which slot each follower of the mixer has done its work. */
@ApplicationScoped
public class SlotFollowers {

    private final AgroalDataSource database;

    SlotFollowers(AgroalDataSource database) {
        this.database = database;
    }

    /** Day of the newest slot that a follower is through with; empty for one that never heard of any. */
    public Optional<LocalDate> lastDoneBy(String follower) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select day from slot_follower where follower = ?")) {
            query.setString(1, follower);
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("a follower of the mixer could not be looked up", broken);
        }
    }

    /** Notes that a follower is through with a slot; joins the caller's transaction. */
    public void done(String follower, LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into slot_follower (follower, day) values (?, ?)
                        on conflict (follower) do update set day = excluded.day""")) {
            upsert.setString(1, follower);
            upsert.setObject(2, day);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a follower of the mixer could not be noted", broken);
        }
    }
}
