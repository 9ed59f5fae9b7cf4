package io.mingjing.evaluation.office.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.office.domain.CorrectionLine;
import io.mingjing.evaluation.office.domain.CorrectionLine.Scope;
import io.mingjing.evaluation.office.domain.Ground;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published corrections: added and never changed. The rated side reads them with its own role, of the city none. */
@ApplicationScoped
public class CorrectionLines {

    /** Where a page ended. */
    public record Mark(String unit, UUID id) {}

    /**
     * What was taken off a leaf.
     *
     * @param together those of the ratings that are in lines of several leaves
     */
    public record TakenOff(long ratings, long together) {}

    private static final String PAGE = """
            with recursive reach as (
                select code from unnest(?) as posts (code)
                union
                select unit.code from unit join reach on unit.parent = reach.code
            )
            select id, scope, unit, leaf_number, ratings, levels, grounds, slot
              from correction_line
             where (? or unit in (select code from reach)) and (? or (unit, id) > (?, ?))
             order by unit, id limit ?
            """;

    private static final TypeReference<Map<Ground, Long>> GROUNDS = new TypeReference<>() {};

    private final AgroalDataSource rated;
    private final AgroalDataSource service;
    private final ObjectMapper json;

    CorrectionLines(@DataSource("rated") AgroalDataSource rated, AgroalDataSource service, ObjectMapper json) {
        this.rated = rated;
        this.service = service;
        this.json = json;
    }

    /** Joins the caller's transaction. */
    public void add(CorrectionLine line) {
        try (Connection connection = service.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into correction_line (id, scope, unit, leaf_number, ratings, levels, grounds, slot)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")) {
            insert.setObject(1, line.id());
            insert.setString(2, line.scope().name());
            insert.setString(3, line.unit());
            insert.setString(4, line.leafNumber());
            insert.setLong(5, line.ratings());
            insert.setArray(6, connection.createArrayOf("bigint", line.levels().toArray()));
            insert.setString(7, json.writeValueAsString(new TreeMap<>(line.grounds())));
            insert.setObject(8, line.slot());
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a correction could not be published", broken);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * By unit, then by random id.
     *
     * @param city whether the reader is of the city side: only it sees the city's own lines
     * @param units units whose own and lower lines are within reach; of no weight for the city side
     * @param after null for the first page
     */
    public List<CorrectionLine> page(boolean city, List<String> units, @Nullable Mark after, int limit) {
        try (Connection connection = (city ? service : rated).getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setArray(1, connection.createArrayOf("text", units.toArray()));
            query.setBoolean(2, city);
            query.setBoolean(3, after == null);
            query.setString(4, after == null ? "" : after.unit());
            query.setObject(5, after == null ? new UUID(0, 0) : after.id());
            query.setInt(6, limit);
            ResultSet rows = query.executeQuery();
            List<CorrectionLine> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(new CorrectionLine(
                        rows.getObject(1, UUID.class),
                        Scope.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        Arrays.asList((Long[]) rows.getArray(6).getArray()),
                        json.readValue(rows.getString(7), GROUNDS),
                        rows.getObject(8, LocalDate.class)));
            }
            return lines;
        } catch (SQLException broken) {
            throw new IllegalStateException("published corrections could not be read", broken);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ratings of a leaf that published corrections took off, in lines of its own and in those of several leaves. */
    public TakenOff takenOff(UUID leaf) {
        try (Connection connection = service.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select coalesce(sum(c.ratings), 0),
                               coalesce(sum(c.ratings) filter (where l.leaf_number is null), 0)
                          from correction c join correction_line l on l.id = c.line_id where c.leaf_id = ?""")) {
            query.setObject(1, leaf);
            ResultSet row = query.executeQuery();
            row.next();
            return new TakenOff(row.getLong(1), row.getLong(2));
        } catch (SQLException broken) {
            throw new IllegalStateException("published corrections could not be counted", broken);
        }
    }
}
