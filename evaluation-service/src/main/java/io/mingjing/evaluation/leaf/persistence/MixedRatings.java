package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.leaf.domain.Shared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a leaf keeps of its ratings. Every table is filled in the order of its own random key: the order in which rows lie
 * in the heap, in a dump or in the log is then all there is to see, and it says nothing about who came first. All writes
 * join the caller's transaction.
 */
@ApplicationScoped
public class MixedRatings {

    /**
     * A rating after mixing, with what is its own. What could tell visitors of one leaf apart stands beside it only where
     * the whole leaf shares it.
     *
     * @param reasons codes, integrity reasons not among them
     * @param context all of what may differ, sealed, of one length
     */
    public record RatingRow(UUID id, int level, List<String> reasons, String validity, byte[] context) {

        public RatingRow {
            reasons = List.copyOf(reasons);
        }
    }

    /** A receipt by its keyed hash. */
    public record ReceiptRow(byte[] hash, byte[] seal) {}

    /** A rater's words, sealed. */
    public record NoteRow(UUID id, byte[] seal) {}

    private static final String RATINGS = """
            insert into rating (id, leaf_id, level, reasons, validity, stream, place, owner_unit, matter, matter_unit,
                                rater_type, pf, scale_version, context)
            select r.id, ?, r.level, string_to_array(r.reasons, ','), r.validity, ?, ?, ?, ?, ?, ?, ?, ?, r.context
              from unnest(?, ?, ?, ?, ?) as r (id, level, reasons, validity, context)
            """;

    private static final String RECEIPTS = """
            insert into receipt (hash, leaf_id, seal) select r.hash, ?, r.seal from unnest(?, ?) as r (hash, seal)
            on conflict do nothing
            """;

    private static final String NOTES = """
            insert into note (id, leaf_id, seal) select n.id, ?, n.seal from unnest(?, ?) as n (id, seal)
            """;

    private final AgroalDataSource database;

    MixedRatings(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Adds the ratings of a leaf.
     *
     * @param shared what all of them have in common
     */
    public void addRatings(UUID leaf, String stream, Shared shared, List<RatingRow> ratings) {
        List<RatingRow> sorted = byId(ratings, RatingRow::id);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(RATINGS)) {
            for (List<RatingRow> rows : Rows.inChunks(sorted)) {
                insert.setObject(1, leaf);
                insert.setString(2, stream);
                insert.setString(3, shared.place());
                insert.setString(4, shared.ownerUnit());
                insert.setString(5, shared.matter());
                insert.setString(6, shared.matterUnit());
                insert.setString(7, shared.raterType());
                insert.setObject(8, shared.pf(), Types.SMALLINT);
                insert.setObject(9, shared.scaleVersion(), Types.INTEGER);
                insert.setArray(10, Rows.array(connection, "uuid", rows, UUID.class, RatingRow::id));
                insert.setArray(11, Rows.array(connection, "int4", rows, Integer.class, RatingRow::level));
                insert.setArray(
                        12, Rows.array(connection, "text", rows, String.class, row -> String.join(",", row.reasons())));
                insert.setArray(13, Rows.array(connection, "text", rows, String.class, RatingRow::validity));
                insert.setArray(14, Rows.array(connection, "bytea", rows, byte[].class, RatingRow::context));
                insert.executeUpdate();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("ratings could not be mixed", broken);
        }
    }

    public void addReceipts(UUID leaf, List<ReceiptRow> receipts) {
        List<ReceiptRow> sorted = receipts.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(one.hash(), other.hash()))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(RECEIPTS)) {
            for (List<ReceiptRow> rows : Rows.inChunks(sorted)) {
                insert.setObject(1, leaf);
                insert.setArray(2, Rows.array(connection, "bytea", rows, byte[].class, ReceiptRow::hash));
                insert.setArray(3, Rows.array(connection, "bytea", rows, byte[].class, ReceiptRow::seal));
                insert.executeUpdate();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("receipts could not be handed on", broken);
        }
    }

    public void addNotes(UUID leaf, List<NoteRow> notes) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(NOTES)) {
            for (List<NoteRow> rows : Rows.inChunks(byId(notes, NoteRow::id))) {
                insert.setObject(1, leaf);
                insert.setArray(2, Rows.array(connection, "uuid", rows, UUID.class, NoteRow::id));
                insert.setArray(3, Rows.array(connection, "bytea", rows, byte[].class, NoteRow::seal));
                insert.executeUpdate();
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("notes could not be handed on", broken);
        }
    }

    /** The notes of a leaf, by their random ids. */
    public List<NoteRow> notesOf(UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select id, seal from note where leaf_id = ? order by id")) {
            query.setObject(1, leaf);
            ResultSet rows = query.executeQuery();
            List<NoteRow> notes = new ArrayList<>();
            while (rows.next()) {
                notes.add(new NoteRow(rows.getObject(1, UUID.class), rows.getBytes(2)));
            }
            return notes;
        } catch (SQLException broken) {
            throw new IllegalStateException("notes could not be read", broken);
        }
    }

    /** The leaf a receipt was handed on with; empty while its rating is pending, and for a receipt nobody gave. */
    public Optional<UUID> leafOf(byte[] receiptHash) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select leaf_id from receipt where hash = ?")) {
            query.setBytes(1, receiptHash);
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("a receipt could not be looked up", broken);
        }
    }

    private static <T> List<T> byId(List<T> rows, Function<T, UUID> id) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> id.apply(row).toString()))
                .toList();
    }
}
