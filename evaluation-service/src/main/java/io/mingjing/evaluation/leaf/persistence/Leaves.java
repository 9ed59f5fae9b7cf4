package io.mingjing.evaluation.leaf.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.domain.LeafSums;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Scope;
import io.mingjing.evaluation.leaf.domain.Weeks;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Closed leaves. They are added and never changed. */
@ApplicationScoped
public class Leaves {

    private static final String INSERT = """
            insert into leaf (id, number, stream, scope, place, place_name, owner_unit, first_week, last_week,
                              served, raters, ratings, total, valid, levels, poor, reasons, matters, matter_units,
                              slot, hall)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?,
                    coalesce((select hall from service_window where code = ?),
                             (select hall from rating_point where code = ?)))
            """;

    private static final TypeReference<Map<String, Long>> TALLY = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Leaves(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Adds a leaf; joins the caller's transaction. */
    public void add(Leaf leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, leaf.id());
            insert.setString(2, leaf.number());
            insert.setString(3, leaf.key().stream());
            insert.setString(4, leaf.key().scope().name());
            insert.setString(5, leaf.key().place());
            insert.setString(6, leaf.placeName());
            insert.setString(7, leaf.key().ownerUnit());
            insert.setString(8, leaf.weeks().first());
            insert.setString(9, leaf.weeks().last());
            insert.setLong(10, leaf.served());
            insert.setLong(11, leaf.raters());
            insert.setLong(12, leaf.sums().ratings());
            insert.setObject(13, leaf.sums().total(), Types.BIGINT);
            insert.setLong(14, leaf.sums().valid());
            insert.setArray(
                    15, connection.createArrayOf("bigint", leaf.sums().levels().toArray()));
            insert.setLong(16, leaf.sums().poor());
            insert.setString(17, text(leaf.sums().reasons()));
            insert.setString(18, text(leaf.sums().matters()));
            insert.setString(19, text(leaf.sums().matterUnits()));
            insert.setObject(20, leaf.slotDay());
            insert.setString(21, leaf.key().place());
            insert.setString(22, leaf.key().place());
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a leaf could not be stored", broken);
        }
    }

    /** A leaf as it was added; empty where there is none. */
    public Optional<Leaf> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select number, stream, scope, place, place_name, owner_unit, first_week, last_week, served,
                               raters, ratings, total, levels, poor, reasons, matters, matter_units, slot
                          from leaf where id = ?""")) {
            query.setObject(1, id);
            ResultSet row = query.executeQuery();
            return row.next() ? Optional.of(leaf(id, row)) : Optional.empty();
        } catch (SQLException broken) {
            throw new IllegalStateException("a leaf could not be read", broken);
        }
    }

    private Leaf leaf(UUID id, ResultSet row) throws SQLException {
        return new Leaf(
                id,
                row.getString("number"),
                new PoolKey(
                        Scope.valueOf(row.getString("scope")),
                        row.getString("place"),
                        row.getString("owner_unit"),
                        row.getString("stream")),
                row.getString("place_name"),
                new Weeks(row.getString("first_week"), row.getString("last_week")),
                row.getLong("served"),
                row.getLong("raters"),
                new LeafSums(
                        row.getLong("ratings"),
                        row.getObject("total", Long.class),
                        Arrays.asList((Long[]) row.getArray("levels").getArray()),
                        row.getLong("poor"),
                        tally(row.getString("reasons")),
                        tally(row.getString("matters")),
                        tally(row.getString("matter_units"))),
                row.getObject("slot", LocalDate.class));
    }

    /** What decides where a leaf's poor ratings are worked off. */
    public record Fate(Scope scope, long poor, String stream) {}

    public Fate fateOf(UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select scope, poor, stream from leaf where id = ?")) {
            query.setObject(1, leaf);
            ResultSet row = query.executeQuery();
            row.next();
            return new Fate(Scope.valueOf(row.getString(1)), row.getLong(2), row.getString(3));
        } catch (SQLException broken) {
            throw new IllegalStateException("a leaf could not be read", broken);
        }
    }

    /** The next number (叶号) of a series and year; locks their counter until the caller's transaction ends. */
    public String nextNumber(String series, int year) {
        try (Connection connection = database.getConnection();
                PreparedStatement next = connection.prepareStatement("""
                        insert into leaf_counter as c (series, year, last) values (?, ?, 1)
                        on conflict (series, year) do update set last = c.last + 1 returning last""")) {
            next.setString(1, series);
            next.setInt(2, year);
            ResultSet row = next.executeQuery();
            row.next();
            return "%s-%d-%04d".formatted(series, year, row.getLong(1));
        } catch (SQLException broken) {
            throw new IllegalStateException("a leaf could not be numbered", broken);
        }
    }

    private Map<String, Long> tally(String text) {
        try {
            return json.readValue(text, TALLY);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Map<String, Long> tally) {
        try {
            return json.writeValueAsString(tally);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
