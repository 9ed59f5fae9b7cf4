package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.leaf.domain.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What became of the tasks of leaves; the highest sequence of a task is the truth. */
@ApplicationScoped
public class LeafOutcomes {

    private static final String RECORD = """
            insert into leaf_outcome as known (leaf_id, task_id, task_number, state, close_number, outcome, sequence)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (leaf_id) do update set task_id = excluded.task_id, task_number = excluded.task_number,
                state = excluded.state, close_number = excluded.close_number, outcome = excluded.outcome,
                sequence = excluded.sequence
            where known.sequence < excluded.sequence
            """;

    private final AgroalDataSource database;

    LeafOutcomes(AgroalDataSource database) {
        this.database = database;
    }

    /** Joins the caller's transaction. */
    public void record(Outcome outcome, long sequence) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(RECORD)) {
            upsert.setObject(1, outcome.leafId());
            upsert.setObject(2, outcome.taskId());
            upsert.setString(3, outcome.taskNumber());
            upsert.setString(4, outcome.state());
            upsert.setString(5, outcome.closeNumber());
            upsert.setString(6, outcome.words());
            upsert.setLong(7, sequence);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("an outcome could not be recorded", broken);
        }
    }

    public Optional<Outcome> of(UUID leafId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select task_id, task_number, state, close_number, outcome from leaf_outcome
                         where leaf_id = ?""")) {
            query.setObject(1, leafId);
            ResultSet row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Outcome(
                            leafId,
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)))
                    : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("an outcome could not be read", broken);
        }
    }
}
