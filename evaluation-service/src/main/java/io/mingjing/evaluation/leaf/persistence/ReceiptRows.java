package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the rating of a receipt lies: in a leaf, or in a pending box. */
@ApplicationScoped
public class ReceiptRows {

    /** A receipt that went into a leaf, with what it stands for, sealed. */
    public record Mixed(UUID leaf, byte[] seal) {

        @Override
        public String toString() {
            return "Mixed[" + leaf + "]";
        }
    }

    private static final int HASH = 32;

    private final AgroalDataSource database;

    ReceiptRows(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<Mixed> mixed(byte[] receiptHash) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select leaf_id, seal from receipt where hash = ?")) {
            query.setBytes(1, receiptHash);
            ResultSet row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Mixed(row.getObject(1, UUID.class), row.getBytes(2)))
                    : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("a receipt could not be looked up", broken);
        }
    }

    /** Pending boxes of a day whose key begins with 64 bits; one at most, as keys are random. */
    public List<StoredBox> pending(LocalDate expDay, long keyBegins) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select exp_day, h, place, box from intake
                         where exp_day = ? and h between ? and ? and box is not null""")) {
            query.setObject(1, expDay);
            query.setBytes(2, bound(keyBegins, 0));
            query.setBytes(3, bound(keyBegins, -1));
            ResultSet rows = query.executeQuery();
            List<StoredBox> boxes = new ArrayList<>();
            while (rows.next()) {
                boxes.add(new StoredBox(
                        rows.getObject(1, LocalDate.class), rows.getBytes(2), rows.getString(3), rows.getBytes(4)));
            }
            return boxes;
        } catch (SQLException broken) {
            throw new IllegalStateException("a pending box could not be read", broken);
        }
    }

    private static byte[] bound(long first, long rest) {
        ByteBuffer bound = ByteBuffer.allocate(HASH).putLong(first);
        while (bound.hasRemaining()) {
            bound.putLong(rest);
        }
        return bound.array();
    }
}
