package io.mingjing.kernel.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.mingjing.kernel.ids.Ids;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records that could not be applied, with their cause, until somebody redrives them. */
@ApplicationScoped
public class DeadLetters {

    /** A dead letter without its content. */
    public record Letter(UUID id, String topic, int partition, long offset, String cause, Instant diedAt) {}

    /** A dead letter with what is needed to apply it. */
    record Content(UUID id, Map<String, String> headers, byte[] payload) {}

    private static final String KEEP = """
            insert into dead_letter (id, topic, partition_no, record_offset, key, headers, payload, cause, state)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'DEAD') on conflict do nothing
            """;

    private static final String LIST = """
            select id, topic, partition_no, record_offset, cause, died_at from dead_letter
             where state = 'DEAD' and (died_at, id) > (?, ?) order by died_at, id limit ?
            """;

    private static final String CLAIM = """
            select id, headers::text, payload from dead_letter
             where state = 'DEAD' and died_at >= ? and died_at < ? and (died_at, id) > (
                   select coalesce(max(died_at), '-infinity'), ?::uuid from dead_letter where id = ?)
             order by died_at, id limit 1 for update skip locked
            """;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final Ids ids;

    DeadLetters(AgroalDataSource dataSource, ObjectMapper json, Ids ids) {
        this.dataSource = dataSource;
        this.json = json;
        this.ids = ids;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Delivery delivery, String cause) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, ids.next());
            insert.setString(2, delivery.topic());
            insert.setInt(3, delivery.partition());
            insert.setLong(4, delivery.offset());
            insert.setString(5, delivery.key() == null ? null : storable(delivery.key()));
            insert.setString(6, json.writeValueAsString(storable(delivery.headers())));
            insert.setBytes(7, delivery.payload());
            insert.setString(8, storable(cause.length() > 2000 ? cause.substring(0, 2000) : cause));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A dead letter could not be kept", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL holds no NUL in text; a record with one must not block the place that is there for such records. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static Map<String, String> storable(Map<String, String> headers) {
        Map<String, String> stored = new LinkedHashMap<>();
        headers.forEach((name, value) -> stored.put(storable(name), storable(value)));
        return stored;
    }

    /** Forgets what was redriven a month ago; bounded, the next run takes the rest. */
    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetRedriven() {
        String sql = """
                delete from dead_letter where id in (
                    select id from dead_letter where state = 'REDRIVEN' and died_at < now() - interval '30 days' limit 10000)
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letters could not be tidied", e);
        }
    }

    /** Dead letters, oldest first, after (time, id). */
    public List<Letter> dead(Instant afterTime, UUID afterId, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, OffsetDateTime.ofInstant(afterTime, ZoneOffset.UTC));
            select.setObject(2, afterId);
            select.setInt(3, limit);
            List<Letter> letters = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    letters.add(new Letter(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getInt(3),
                            row.getLong(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letters cannot be read", e);
        }
    }

    /** Locks the next dead letter of a time range behind another one; empty at the end. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Content> claimNext(Instant from, Instant to, UUID behind) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(CLAIM)) {
            select.setObject(1, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            select.setObject(2, OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
            select.setObject(3, behind);
            select.setObject(4, behind);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return List.of();
                }
                byte[] payload = row.getBytes(3);
                return List.of(new Content(
                        row.getObject(1, UUID.class),
                        json.readValue(row.getString(2), new TypeReference<Map<String, String>>() {}),
                        payload == null ? new byte[0] : payload));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The dead letters cannot be read", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void redriven(UUID id) {
        String sql = "update dead_letter set state = 'REDRIVEN' where id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A dead letter could not be marked", e);
        }
    }
}
