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

    /** Some of them, in no order. */
    public List<SealedOrder> find(Collection<UUID> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + "where id = any (?)")) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return orders(query);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /**
     * All of them by id, a page at a time.
     *
     * @param after id of the last one seen; null for the first page
     */
    public List<SealedOrder> page(@Nullable UUID after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COLUMNS + "where id > ? order by id limit ?")) {
            query.setObject(1, after == null ? new UUID(0, 0) : after);
            query.setInt(2, limit);
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

    /** How many were opened between two days, both included. */
    public long between(LocalDate first, LocalDate last) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select count(*) from city_order where opened between ? and ?")) {
            query.setObject(1, first);
            query.setObject(2, last);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Locks all that were opened between two days, both included, by id. */
    public List<SealedOrder> lockBetween(LocalDate first, LocalDate last) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(COLUMNS + "where opened between ? and ? order by id for update")) {
            query.setObject(1, first);
            query.setObject(2, last);
            return orders(query);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** The sealed index; empty where none was made yet. */
    public Optional<byte[]> index() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select seal from city_order_index");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Keeps others from the index until the caller's transaction ends. */
    public void lockIndex() {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtext('city_order_index'))")) {
            lock.executeQuery();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    public void putIndex(byte[] seal) {
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement("""
                        insert into city_order_index (one, seal) values (true, ?)
                        on conflict (one) do update set seal = excluded.seal""")) {
            put.setBytes(1, seal);
            put.executeUpdate();
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
