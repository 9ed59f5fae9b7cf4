package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up to where the hourly digest has counted. The mark is a snapshot of the database's transactions: which boxes it covers
 * is asked of the boxes themselves, and nothing is stored about any of them.
 */
@ApplicationScoped
public class DigestMark {

    /**
     * From one full hour to another.
     *
     * @param from snapshot up to which was told; null where nothing ever was, or the database is not the one it was
     * @param to snapshot of the hour
     */
    public record Span(@Nullable String from, String to) {}

    /** @param fresh whether it came within the span */
    public record Box(StoredBox box, boolean fresh) {}

    /** Transaction ids in a row are 32 bits wide and wrap around; snapshots name them with 64. */
    private static final String ARRIVED = """
            (b.top - mod(b.top - i.xmin::text::bigint, 4294967296))::text::xid8""";

    private final AgroalDataSource database;

    DigestMark(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The span that the digest of a full hour is about: the same one however often it is asked for.
     *
     * @param said the last hour that is through for the one who sends the digests, whether it was asked for or not
     */
    public Span at(Instant hour, @Nullable Instant said) {
        try (Connection connection = database.getConnection();
                PreparedStatement advance = connection.prepareStatement("""
                        insert into pending_digest as d (one, hour, told_to) values (true, ?, pg_current_snapshot())
                        on conflict (one) do update
                           set hour = excluded.hour,
                               told_from = case when d.hour <= ? then d.told_to else d.told_from end,
                               told_to = excluded.told_to
                         where d.hour < excluded.hour""");
                PreparedStatement query = connection.prepareStatement("""
                        select case when pg_snapshot_xmax(told_from) <= pg_snapshot_xmax(told_to)
                               then told_from::text end, told_to::text from pending_digest""")) {
            advance.setTimestamp(1, Timestamp.from(hour));
            advance.setTimestamp(2, said == null ? null : Timestamp.from(said));
            advance.executeUpdate();
            ResultSet row = query.executeQuery();
            row.next();
            return new Span(row.getString(1), row.getString(2));
        } catch (SQLException broken) {
            throw new IllegalStateException("the digest's mark could not be moved", broken);
        }
    }

    /** Pending boxes of a place that were there at the end of the span. */
    public List<Box> boxes(String place, Span span) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select i.exp_day, i.h, i.place, i.box, ? or not pg_visible_in_snapshot(%1$s, ?::pg_snapshot)
                          from intake i, (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as top) b
                         where i.place = ? and i.box is not null
                           and pg_visible_in_snapshot(%1$s, ?::pg_snapshot)""".formatted(ARRIVED))) {
            String from = span.from();
            query.setBoolean(1, from == null);
            query.setString(2, from == null ? span.to() : from);
            query.setString(3, place);
            query.setString(4, span.to());
            ResultSet rows = query.executeQuery();
            List<Box> boxes = new ArrayList<>();
            while (rows.next()) {
                boxes.add(new Box(PendingBoxes.box(rows), rows.getBoolean(5)));
            }
            return boxes;
        } catch (SQLException broken) {
            throw new IllegalStateException("pending boxes could not be read for the digest", broken);
        }
    }
}
