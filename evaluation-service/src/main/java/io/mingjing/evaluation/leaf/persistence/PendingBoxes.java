package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Boxes that still hold a rating. Every question goes through the index of pending boxes, or asks for single keys. */
@ApplicationScoped
public class PendingBoxes {

    private static final int FETCH = 5_000;

    private final AgroalDataSource database;

    PendingBoxes(AgroalDataSource database) {
        this.database = database;
    }

    /** Places with pending boxes, in no order that means anything. */
    public List<String> places() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select distinct place from intake where box is not null")) {
            ResultSet rows = query.executeQuery();
            List<String> places = new ArrayList<>();
            while (rows.next()) {
                places.add(rows.getString(1));
            }
            return places;
        } catch (SQLException broken) {
            throw new IllegalStateException("places with pending boxes could not be read", broken);
        }
    }

    public List<StoredBox> at(String place) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select exp_day, h, place, box from intake where place = ? and box is not null")) {
            query.setString(1, place);
            return boxes(query.executeQuery());
        } catch (SQLException broken) {
            throw new IllegalStateException("pending boxes could not be read", broken);
        }
    }

    /**
     * Tells the keys of all pending boxes, some thousands at a time, so that a city's need not lie in memory at once.
     *
     * @param reader may not ask the database
     * @return how many there were
     */
    public int keys(Consumer<BoxKey> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select exp_day, h from intake where box is not null")) {
            boolean alone = connection.getAutoCommit();
            if (alone) {
                // Outside a transaction the driver would fetch everything.
                connection.setAutoCommit(false);
            }
            try {
                query.setFetchSize(FETCH);
                ResultSet rows = query.executeQuery();
                int keys = 0;
                while (rows.next()) {
                    reader.accept(new BoxKey(rows.getObject(1, LocalDate.class), rows.getBytes(2)));
                    keys++;
                }
                return keys;
            } finally {
                if (alone) {
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("keys of pending boxes could not be read", broken);
        }
    }

    /** The boxes of some keys, as far as they are still pending. */
    public List<StoredBox> of(Collection<BoxKey> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select i.exp_day, i.h, i.place, i.box from intake i
                          join unnest(?, ?) as k (exp_day, h) on i.exp_day = k.exp_day and i.h = k.h
                         where i.box is not null""")) {
            bind(connection, query, keys);
            return boxes(query.executeQuery());
        } catch (SQLException broken) {
            throw new IllegalStateException("pending boxes could not be read", broken);
        }
    }

    /** Those of some keys whose rating went into a leaf or was a self-test: the box is empty, and not in quarantine. */
    public Set<ByteBuffer> emptiedOf(Collection<BoxKey> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select i.h from intake i
                          join unnest(?, ?) as k (exp_day, h) on i.exp_day = k.exp_day and i.h = k.h
                         where i.box is null
                           and not exists (select from quarantine q where q.exp_day = i.exp_day and q.h = i.h)""")) {
            bind(connection, query, keys);
            ResultSet rows = query.executeQuery();
            Set<ByteBuffer> emptied = new HashSet<>();
            while (rows.next()) {
                emptied.add(ByteBuffer.wrap(rows.getBytes(1)));
            }
            return emptied;
        } catch (SQLException broken) {
            throw new IllegalStateException("emptied boxes could not be read", broken);
        }
    }

    /**
     * Empties boxes and keeps count of it; joins the caller's transaction.
     *
     * @throws IllegalStateException when one of them was empty already: then somebody else mixes, and nothing may happen
     */
    public void empty(List<BoxKey> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        with emptied as (
                            update intake i set box = null from unnest(?, ?) as k (exp_day, h)
                             where i.exp_day = k.exp_day and i.h = k.h and i.box is not null returning i.exp_day),
                        counted as (
                            insert into intake_tally as t (exp_day, emptied)
                            select exp_day, count(*) from emptied group by exp_day
                            on conflict (exp_day) do update set emptied = t.emptied + excluded.emptied)
                        select count(*) from emptied""")) {
            for (List<BoxKey> rows : Rows.inChunks(keys)) {
                bind(connection, update, rows);
                ResultSet emptied = update.executeQuery();
                emptied.next();
                if (emptied.getInt(1) != rows.size()) {
                    throw new IllegalStateException(
                            "of " + rows.size() + " boxes only " + emptied.getInt(1) + " were there to be emptied");
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("boxes could not be emptied", broken);
        }
    }

    /** Counts self-test boxes that are taken out; joins the caller's transaction. */
    public void countTested(LocalDate expDay, long boxes) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into tested as t (exp_day, boxes) values (?, ?)
                        on conflict (exp_day) do update set boxes = t.boxes + excluded.boxes""")) {
            upsert.setObject(1, expDay);
            upsert.setLong(2, boxes);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("tested boxes could not be counted", broken);
        }
    }

    static void bind(Connection connection, PreparedStatement statement, Collection<BoxKey> keys) throws SQLException {
        Array days = connection.createArrayOf(
                "date", keys.stream().map(key -> key.expDay().toString()).toArray());
        Array hashes =
                connection.createArrayOf("bytea", keys.stream().map(BoxKey::h).toArray(byte[][]::new));
        statement.setArray(1, days);
        statement.setArray(2, hashes);
    }

    static List<StoredBox> boxes(ResultSet rows) throws SQLException {
        List<StoredBox> boxes = new ArrayList<>();
        while (rows.next()) {
            boxes.add(box(rows));
        }
        return boxes;
    }

    static StoredBox box(ResultSet row) throws SQLException {
        return new StoredBox(row.getObject(1, LocalDate.class), row.getBytes(2), row.getString(3), row.getBytes(4));
    }
}
