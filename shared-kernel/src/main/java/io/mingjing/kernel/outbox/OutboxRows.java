package io.mingjing.kernel.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The relay's side of the outbox table. */
@ApplicationScoped
class OutboxRows {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /** Deletes nothing once the lease has gone to another epoch. */
    private static final String DELETE = """
            delete from outbox
             where id = any (?)
               and exists (select 1 from relay_lease where name = 'outbox' and epoch = ? and holder = ?)
            """;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    OutboxRows(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    List<OutboxRow> oldest(int limit) throws SQLException {
        String sql = "select id, topic, key, headers::text, payload from outbox order by id limit ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            headers(row.getString(4)),
                            row.getString(5)));
                }
            }
            return rows;
        }
    }

    void delete(List<OutboxRow> sent, long epoch, UUID holder) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Object[] ids = sent.stream().map(OutboxRow::id).toArray();
            delete.setArray(1, connection.createArrayOf("bigint", ids));
            delete.setLong(2, epoch);
            delete.setObject(3, holder);
            delete.executeUpdate();
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Headers that we wrote ourselves cannot be read", e);
        }
    }
}
