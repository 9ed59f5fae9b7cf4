package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
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

/**
 * What a leaf keeps of its ratings. Every table is filled in the order of its own random key: the order in which rows lie
 * in the heap, in a dump or in the log is then all there is to see, and it says nothing about who came first. All writes
 * join the caller's transaction.
 */
@ApplicationScoped
public class MixedRatings {

    /** A receipt by its keyed hash. */
    public record ReceiptRow(byte[] hash, byte[] seal) {}

    /** A rater's words, sealed. */
    public record NoteRow(UUID id, byte[] seal) {}

    private static final String RATING = """
            insert into rating (id, leaf_id, level, reasons, validity, stream, place, owner_unit, matter, rater_type, pf,
                                scale_version, context)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final AgroalDataSource database;

    MixedRatings(AgroalDataSource database) {
        this.database = database;
    }

    public void addRatings(UUID leaf, List<MixedRow> ratings) {
        List<MixedRow> sorted = ratings.stream()
                .sorted(Comparator.comparing(row -> row.id().toString()))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(RATING)) {
            for (MixedRow row : sorted) {
                insert.setObject(1, row.id());
                insert.setObject(2, leaf);
                insert.setInt(3, row.level());
                insert.setArray(
                        4, connection.createArrayOf("text", row.reasons().toArray()));
                insert.setString(5, row.validity());
                insert.setString(6, row.stream());
                insert.setString(7, row.place());
                insert.setString(8, row.ownerUnit());
                insert.setString(9, row.matter());
                insert.setString(10, row.raterType());
                insert.setObject(11, row.pf(), Types.SMALLINT);
                insert.setObject(12, row.scaleVersion(), Types.INTEGER);
                insert.setBytes(13, row.context());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("ratings could not be mixed", broken);
        }
    }

    public void addReceipts(UUID leaf, List<ReceiptRow> receipts) {
        List<ReceiptRow> sorted = receipts.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(one.hash(), other.hash()))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into receipt (hash, leaf_id, seal) values (?, ?, ?) on conflict do nothing")) {
            for (ReceiptRow row : sorted) {
                insert.setBytes(1, row.hash());
                insert.setObject(2, leaf);
                insert.setBytes(3, row.seal());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("receipts could not be handed on", broken);
        }
    }

    public void addNotes(UUID leaf, List<NoteRow> notes) {
        List<NoteRow> sorted = notes.stream()
                .sorted(Comparator.comparing(row -> row.id().toString()))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into note (id, leaf_id, seal) values (?, ?, ?)")) {
            for (NoteRow row : sorted) {
                insert.setObject(1, row.id());
                insert.setObject(2, leaf);
                insert.setBytes(3, row.seal());
                insert.addBatch();
            }
            insert.executeBatch();
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
}
