package io.mingjing.kernel.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.mingjing.kernel.event.DomainEvent;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.EventCodec;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The outbox as a table of the service's own database. */
@ApplicationScoped
class JdbcOutbox implements Outbox {

    private final AgroalDataSource dataSource;
    private final Ids ids;
    private final ObjectMapper json;
    private final String service;

    JdbcOutbox(
            AgroalDataSource dataSource,
            Ids ids,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.ids = ids;
        this.json = json;
        this.service = service;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(DomainEvent event, long sequence, Instant at) {
        Envelope envelope = new Envelope(ids.next(), "urn:mingjing:" + service, sequence, at, event);
        EventCodec.Encoded encoded = EventCodec.encode(envelope);
        String sql = "insert into outbox (event_id, topic, key, headers, payload) values (?, ?, ?, ?::jsonb, ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, envelope.id());
            insert.setString(2, encoded.topic());
            insert.setString(3, encoded.key());
            insert.setString(4, json.writeValueAsString(encoded.headers()));
            insert.setString(5, encoded.payload());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox did not take an event", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
