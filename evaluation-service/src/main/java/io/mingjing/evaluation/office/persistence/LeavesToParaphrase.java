package io.mingjing.evaluation.office.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Leaves with notes for which nobody has written anything; everything joins the caller's transaction. */
@ApplicationScoped
public class LeavesToParaphrase {

    /** Nothing was written for the leaf of {@code t}, a row of the list. */
    static final String UNWRITTEN =
            "not exists (select from paraphrase p where p.leaf_id = t.leaf_id and p.state <> 'DROPPED')";

    private final AgroalDataSource database;
    private final LeafLock leafLock;

    LeavesToParaphrase(AgroalDataSource database, LeafLock leafLock) {
        this.database = database;
        this.leafLock = leafLock;
    }

    /**
     * Takes in the leaves of slots that a follower of slots has not done yet. No leaf of the city: its notes go to its order.
     *
     * @param follower class name of the follower
     */
    public void collect(String follower) {
        update("""
                insert into leaf_to_paraphrase
                select l.id, l.slot from leaf l
                 where l.slot > coalesce((select day from slot_follower where follower = ?), '-infinity')
                   and l.scope <> 'CITY' and exists (select from note n where n.leaf_id = l.id)
                   and not exists (select from paraphrase p where p.leaf_id = l.id and p.state <> 'DROPPED')
                on conflict do nothing""", follower);
    }

    /** Something was written for a leaf. */
    public void done(UUID leaf) {
        leafLock.take(leaf);
        update("delete from leaf_to_paraphrase where leaf_id = ?", leaf);
    }

    /**
     * A paraphrase of a leaf was dropped: where it was the only one, the leaf waits again. Whoever drops another one of it at
     * the same time waits, or each would take the other's for one that stays.
     */
    public void droppedOf(UUID leaf, UUID paraphrase) {
        leafLock.take(leaf);
        update("""
                insert into leaf_to_paraphrase
                select l.id, l.slot from leaf l
                 where l.id = ? and exists (select from note n where n.leaf_id = l.id)
                   and not exists (select from paraphrase p
                                    where p.leaf_id = l.id and p.state <> 'DROPPED' and p.id <> ?)
                on conflict do nothing""", leaf, paraphrase);
    }

    /** What was written while {@link #collect} ran is still listed, so this looks for itself. */
    public long count() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from leaf_to_paraphrase t where " + UNWRITTEN)) {
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private void update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            update.executeUpdate();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private static IllegalStateException failed(SQLException broken) {
        return new IllegalStateException("leaves to be paraphrased could not be read or written", broken);
    }
}
