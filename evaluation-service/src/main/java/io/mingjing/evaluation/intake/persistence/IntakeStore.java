package io.mingjing.evaluation.intake.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.intake.domain.SealedRating;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sealed intake. Rows are stored over a pool of their own, without transactions from outside: a page that holds all
 * other connections cannot keep a rating from landing.
 */
@Singleton
public class IntakeStore implements SealedRows, KnownRows {

    private static final byte[] NOTHING = {};

    private final AgroalDataSource database;
    private final AgroalDataSource flushers;

    IntakeStore(AgroalDataSource database, @DataSource("intake") AgroalDataSource flushers) {
        this.database = database;
        this.flushers = flushers;
    }

    @Override
    public List<SealedRating> store(List<SealedRating> batch) throws SQLException {
        try (Connection connection = flushers.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into intake (exp_day, h, place, box)
                        select * from unnest(?::date[], ?::bytea[], ?::text[], ?::bytea[])
                        on conflict do nothing returning exp_day, h""", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            SealedRating[] rows = batch.toArray(SealedRating[]::new);
            Arrays.sort(rows, SealedRating.BY_KEY);
            int count = rows.length;
            String[] days = new String[count];
            byte[][] keys = new byte[count][];
            String[] places = new String[count];
            byte[][] boxes = new byte[count][];
            for (int row = 0; row < count; row++) {
                days[row] = rows[row].expDay().toString();
                keys[row] = rows[row].h();
                places[row] = rows[row].place();
                boxes[row] = rows[row].box();
            }
            insert.setArray(1, connection.createArrayOf("date", days));
            insert.setArray(2, connection.createArrayOf("bytea", keys));
            insert.setArray(3, connection.createArrayOf("text", places));
            insert.setArray(4, connection.createArrayOf("bytea", boxes));
            ResultSet returned = insert.executeQuery();
            return returned.last() && returned.getRow() == count ? batch : among(rows, returned);
        }
    }

    private static List<SealedRating> among(SealedRating[] sorted, ResultSet returned) throws SQLException {
        List<SealedRating> stored = new ArrayList<>(sorted.length);
        returned.beforeFirst();
        while (returned.next()) {
            stored.add(find(sorted, returned));
        }
        return stored;
    }

    private static SealedRating find(SealedRating[] sorted, ResultSet row) throws SQLException {
        SealedRating key = new SealedRating(row.getObject(1, LocalDate.class), row.getBytes(2), "", NOTHING);
        return sorted[Arrays.binarySearch(sorted, key, SealedRating.BY_KEY)];
    }

    @Override
    public Optional<Stored> find(LocalDate expDay, byte[] h) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select box from intake where exp_day = ? and h = ?")) {
            query.setObject(1, expDay);
            query.setBytes(2, h);
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(new Stored(Optional.ofNullable(row.getBytes(1)))) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("intake could not be read", broken);
        }
    }

    /** Days that have a partition. */
    public List<LocalDate> days() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD') from pg_inherits
                        where inhparent = 'intake'::regclass order by 1""")) {
            ResultSet rows = query.executeQuery();
            List<LocalDate> days = new ArrayList<>();
            while (rows.next()) {
                days.add(rows.getObject(1, LocalDate.class));
            }
            return days;
        } catch (SQLException broken) {
            throw new IllegalStateException("partitions could not be read", broken);
        }
    }

    /** Drops a day's partition if it expired more than 3 days ago and every box in it is empty. */
    public boolean drop(LocalDate expDay, LocalDate today) {
        try (Connection connection = database.getConnection();
                PreparedStatement drop = connection.prepareStatement("select intake_drop_day(?, ?)")) {
            drop.setObject(1, expDay);
            drop.setObject(2, today);
            ResultSet dropped = drop.executeQuery();
            return dropped.next() && dropped.getBoolean(1);
        } catch (SQLException broken) {
            throw new IllegalStateException("partition could not be dropped", broken);
        }
    }
}
