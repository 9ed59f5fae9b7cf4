package io.mingjing.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a POST that creates safe to repeat. Inside its own transaction the use case first asks {@link #locationOf}; what
 * it answers was created by an earlier call and is answered again. Otherwise it creates and then {@link #remember}s. Two
 * calls with the same key wait for each other, so the second sees what the first created.
 */
@ApplicationScoped
public class Idempotency {

    private static final int LONGEST_KEY = 200;

    /** Sorts members, so that the order in which a client wrote them does not matter. */
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .findAndAddModules()
            .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
            .build();

    private final AgroalDataSource database;

    Idempotency(AgroalDataSource database) {
        this.database = database;
    }

    /** SHA-256 over what was read from the request (its record), the same for every spelling of the same content. */
    public static byte[] hash(Object payload) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(payload));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What an earlier call with this key created.
     *
     * @throws ProblemException bad request without a usable key; rule, when the earlier call had another payload
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> locationOf(Actor actor, @Nullable String key, byte[] payloadHash) {
        String usable = usable(key);
        try (Connection connection = database.getConnection()) {
            waitForTurn(connection, actor, usable);
            try (PreparedStatement select = connection.prepareStatement(
                    "select location, payload_hash from idempotency where actor = ? and key = ?")) {
                select.setString(1, actor.subject());
                select.setString(2, usable);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    if (!Arrays.equals(payloadHash, row.getBytes("payload_hash"))) {
                        throw new ProblemException(
                                CommonProblem.RULE,
                                "这个 Idempotency-Key 已用于另一项内容；请为新的内容换一个键",
                                "This Idempotency-Key was used for other content; use a new key for new content");
                    }
                    return Optional.of(row.getString("location"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot look up the idempotency key", e);
        }
    }

    /** Keeps what this call created, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remember(Actor actor, @Nullable String key, byte[] payloadHash, String location) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into idempotency (actor, key, payload_hash, location) values (?, ?, ?, ?)")) {
            insert.setString(1, actor.subject());
            insert.setString(2, usable(key));
            insert.setBytes(3, payloadHash);
            insert.setString(4, location);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot keep the idempotency key", e);
        }
    }

    /** Held until the transaction ends. */
    private static void waitForTurn(Connection connection, Actor actor, String key) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(? || chr(10) || ?, 0))")) {
            lock.setString(1, actor.subject());
            lock.setString(2, key);
            lock.executeQuery().close();
        }
    }

    private static String usable(@Nullable String key) {
        if (key != null && !key.isBlank() && key.length() <= LONGEST_KEY) {
            return key;
        }
        throw new ProblemException(
                CommonProblem.BAD_REQUEST,
                "缺少 Idempotency-Key 或其长度不符",
                "The header Idempotency-Key is missing or too long",
                List.of(new ProblemException.Violation(
                        "Idempotency-Key",
                        "新建时必填，1 至 " + LONGEST_KEY + " 个字符，同一请求重发时保持不变",
                        "required to create: 1 to " + LONGEST_KEY
                                + " characters, the same when a request is repeated")),
                Map.of());
    }

    /** Forgets keys after 30 days, longer than any client repeats a call; bounded, the next run takes the rest. */
    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOld() {
        String sql = """
                delete from idempotency where (actor, key) in (
                    select actor, key from idempotency where at < now() - interval '30 days' order by at limit 10000)
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Old idempotency keys could not be deleted", e);
        }
    }
}
