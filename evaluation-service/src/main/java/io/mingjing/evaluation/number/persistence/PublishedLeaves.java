package io.mingjing.evaluation.number.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.number.domain.PublishedLeaf;
import io.mingjing.evaluation.number.domain.Reach;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Closed leaves as the rated side reads them, with a database role that can see nothing else of ratings; the city's, which
 * that role cannot see, with the service's. By owner and
 * place, then by random id: an order by time would grow at one end and show what is new.
 */
@ApplicationScoped
public class PublishedLeaves {

    /** Where a page ended. */
    public record Mark(String ownerUnit, String place, UUID id) {}

    private static final String PAGE = """
            with recursive reach as (
                select code from unnest(?) as posts (code)
                union
                select unit.code from unit join reach on unit.parent = reach.code
            )
            select id, number, stream, scope, place, place_name, owner_unit, first_week, last_week, served, raters,
                   total, valid, levels, poor, reasons, matters, matter_units, slot, hall
              from leaf
             where (scope = 'CITY') = ?
               and (? or owner_unit in (select code from reach))
               and (? or (owner_unit, coalesce(place, ''), id) > (?, ?, ?))
             order by owner_unit, coalesce(place, ''), id
             limit ?
            """;

    private static final TypeReference<Map<String, Long>> TALLY = new TypeReference<>() {};

    private final AgroalDataSource rated;
    private final AgroalDataSource service;
    private final ObjectMapper json;

    PublishedLeaves(@DataSource("rated") AgroalDataSource rated, AgroalDataSource service, ObjectMapper json) {
        this.rated = rated;
        this.service = service;
        this.json = json;
    }

    /**
     * @param after null for the first page
     */
    public List<PublishedLeaf> page(Reach reach, @Nullable Mark after, int limit) {
        return read(rated, false, reach, after, limit);
    }

    /**
     * The city's leaves. Whoever calls has seen to it that the city side reads.
     *
     * @param after null for the first page
     */
    public List<PublishedLeaf> cityPage(@Nullable Mark after, int limit) {
        return read(service, true, new Reach.Everything(), after, limit);
    }

    private List<PublishedLeaf> read(
            AgroalDataSource database, boolean city, Reach reach, @Nullable Mark after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            List<String> codes = reach instanceof Reach.Units units ? units.codes() : List.of();
            query.setArray(1, connection.createArrayOf("text", codes.toArray()));
            query.setBoolean(2, city);
            query.setBoolean(3, reach instanceof Reach.Everything);
            query.setBoolean(4, after == null);
            query.setString(5, after == null ? "" : after.ownerUnit());
            query.setString(6, after == null ? "" : after.place());
            query.setObject(7, after == null ? new UUID(0, 0) : after.id());
            query.setInt(8, limit);
            ResultSet rows = query.executeQuery();
            List<PublishedLeaf> leaves = new ArrayList<>();
            while (rows.next()) {
                leaves.add(leaf(rows));
            }
            return leaves;
        } catch (SQLException broken) {
            throw new IllegalStateException("leaves could not be read", broken);
        }
    }

    private PublishedLeaf leaf(ResultSet row) throws SQLException {
        Array levels = row.getArray(14);
        return new PublishedLeaf(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(20),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getLong(10),
                row.getLong(11),
                row.getObject(12, Long.class),
                row.getLong(13),
                Arrays.asList((Long[]) levels.getArray()),
                row.getLong(15),
                tally(row.getString(16)),
                tally(row.getString(17)),
                tally(row.getString(18)),
                row.getObject(19, LocalDate.class));
    }

    private Map<String, Long> tally(String text) {
        try {
            return json.readValue(text, TALLY);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
