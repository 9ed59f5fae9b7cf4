package io.mingjing.evaluation.office.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders of the city office's own (自办单), sealed; everything joins the caller's transaction. */
@ApplicationScoped
public class CityOrderRows {

    /** A row as it lies in the table. */
    public record SealedOrder(UUID id, byte[] ref, @Nullable UUID leafId, LocalDate opened, byte[] seal) {}

    private static final String COLUMNS = "select id, ref, leaf_id, opened, seal from city_order ";

    private final AgroalDataSource database;

    CityOrderRows(AgroalDataSource database) {
        this.database = database;
    }

    /** Which of some references have their order. */
    public Set<ByteBuffer> known(Collection<byte[]> refs) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select ref from city_order where ref = any (?)")) {
            query.setArray(1, connection.createArrayOf("bytea", refs.toArray(byte[][]::new)));
            ResultSet rows = query.executeQuery();
            Set<ByteBuffer> known = new HashSet<>();
            while (rows.next()) {
                known.add(ByteBuffer.wrap(rows.getBytes(1)));
            }
            return known;
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Adds rows in the order of their random ids, so that their places say nothing about what is in them. */
    public void add(Collection<SealedOrder> orders) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into city_order (id, ref, leaf_id, opened, seal) values (?, ?, ?, ?, ?)")) {
            for (SealedOrder order : byId(orders)) {
                insert.setObject(1, order.id());
                insert.setBytes(2, order.ref());
                insert.setObject(3, order.leafId());
                insert.setObject(4, order.opened());
                insert.setBytes(5, order.seal());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Writes seals anew, all in one order: which of them changed does not show. */
    public void reseal(Collection<SealedOrder> orders) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("update city_order set seal = ? where id = ?")) {
            for (SealedOrder order : byId(orders)) {
                update.setBytes(1, order.seal());
                update.setObject(2, order.id());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Those opened on a day or later, and older ones but some, by id. */
    public List<SealedOrder> sinceOrOtherThan(LocalDate day, Collection<UUID> some) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(COLUMNS + "where opened >= ? or id <> all (?) order by id")) {
            query.setObject(1, day);
            query.setArray(2, connection.createArrayOf("uuid", some.toArray()));
            return orders(query);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    public Optional<SealedOrder> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + "where id = ?")) {
            query.setObject(1, id);
            return orders(query).stream().findFirst();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** The order of a city leaf. */
    public Optional<SealedOrder> ofLeaf(UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + "where leaf_id = ?")) {
            query.setObject(1, leaf);
            return orders(query).stream().findFirst();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Locks all that were opened on a day or later, by id. */
    public List<SealedOrder> lockSince(LocalDate day) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(COLUMNS + "where opened >= ? order by id for update")) {
            query.setObject(1, day);
            return orders(query);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Takes so many numbers of a year; answers the first. Locks the year's counter until the transaction ends. */
    public long takeNumbers(int year, int many) {
        try (Connection connection = database.getConnection();
                PreparedStatement next = connection.prepareStatement("""
                        insert into city_order_counter as c (year, last) values (?, ?)
                        on conflict (year) do update set last = c.last + excluded.last returning last""")) {
            next.setInt(1, year);
            next.setLong(2, many);
            ResultSet row = next.executeQuery();
            row.next();
            return row.getLong(1) - many + 1;
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private static List<SealedOrder> byId(Collection<SealedOrder> orders) {
        return orders.stream()
                .sorted(Comparator.comparing(order -> order.id().toString()))
                .toList();
    }

    private static List<SealedOrder> orders(PreparedStatement query) throws SQLException {
        ResultSet rows = query.executeQuery();
        List<SealedOrder> orders = new ArrayList<>();
        while (rows.next()) {
            orders.add(new SealedOrder(
                    rows.getObject(1, UUID.class),
                    rows.getBytes(2),
                    rows.getObject(3, UUID.class),
                    rows.getObject(4, LocalDate.class),
                    rows.getBytes(5)));
        }
        return orders;
    }

    private static IllegalStateException failed(SQLException broken) {
        return new IllegalStateException("orders of the city office could not be read or written", broken);
    }
}
