package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Private matters (K9), sealed. They are inserted in the order of their random ids and never changed. */
@ApplicationScoped
public class PrivateItems {

    /**
     * A private matter as it lies in the table.
     *
     * @param mark the same for all that tell the same, and for many others; null for a kind of which none is looked for
     */
    public record PrivateItem(UUID id, Kind kind, @Nullable Short mark, byte[] seal) {}

    private static final String COLUMNS = "select id, kind, mark, seal from private_item ";

    private final AgroalDataSource database;

    PrivateItems(AgroalDataSource database) {
        this.database = database;
    }

    /** Joins the caller's transaction. */
    public void add(Collection<PrivateItem> items) {
        if (items.isEmpty()) {
            return;
        }
        List<PrivateItem> sorted = items.stream()
                .sorted(Comparator.comparing(item -> item.id().toString()))
                .toList();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into private_item (id, kind, mark, seal) values (?, ?, ?, ?)")) {
            for (PrivateItem item : sorted) {
                insert.setObject(1, item.id());
                insert.setString(2, item.kind().name());
                insert.setObject(3, item.mark(), Types.SMALLINT);
                insert.setBytes(4, item.seal());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("private matters could not be stored", broken);
        }
    }

    /**
     * Items of a kind by id, which is an order of chance.
     *
     * @param after id of the last one seen; null for the first page
     */
    public List<PrivateItem> page(Kind kind, @Nullable UUID after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(COLUMNS + "where kind = ? and id > ? order by id limit ?")) {
            query.setString(1, kind.name());
            query.setObject(2, after == null ? new UUID(0, 0) : after);
            query.setInt(3, limit);
            return items(query);
        } catch (SQLException broken) {
            throw new IllegalStateException("private matters could not be read", broken);
        }
    }

    /** Items of a kind with one of some marks, or with none, by id. */
    public List<PrivateItem> marked(Kind kind, Collection<Short> marks) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        COLUMNS + "where kind = ? and (mark = any (?) or mark is null) order by id")) {
            query.setString(1, kind.name());
            query.setArray(2, connection.createArrayOf("smallint", marks.toArray()));
            return items(query);
        } catch (SQLException broken) {
            throw new IllegalStateException("private matters could not be read", broken);
        }
    }

    public Set<UUID> idsOf(Kind kind) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from private_item where kind = ?")) {
            query.setString(1, kind.name());
            ResultSet rows = query.executeQuery();
            Set<UUID> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException broken) {
            throw new IllegalStateException("private matters could not be listed", broken);
        }
    }

    public List<PrivateItem> find(Collection<UUID> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + "where id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return items(query);
        } catch (SQLException broken) {
            throw new IllegalStateException("private matters could not be read", broken);
        }
    }

    public Optional<PrivateItem> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + "where id = ?")) {
            query.setObject(1, id);
            return items(query).stream().findFirst();
        } catch (SQLException broken) {
            throw new IllegalStateException("a private matter could not be read", broken);
        }
    }

    private static List<PrivateItem> items(PreparedStatement query) throws SQLException {
        ResultSet rows = query.executeQuery();
        List<PrivateItem> items = new ArrayList<>();
        while (rows.next()) {
            items.add(new PrivateItem(
                    rows.getObject(1, UUID.class),
                    Kind.valueOf(rows.getString(2)),
                    rows.getObject(3, Short.class),
                    rows.getBytes(4)));
        }
        return items;
    }
}
