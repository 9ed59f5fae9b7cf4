package io.mingjing.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the service with a real database, broker and mail server, on a working Friday morning. */
@WithTestResource(NotificationParts.class)
public abstract class OnRealParts {

    @Inject
    protected TestClock clock;

    @Inject
    protected AgroalDataSource database;

    protected Wire wire;
    protected Postbox postbox;

    @BeforeEach
    void open() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        clock.shanghai("2026-03-20T10:00");
        wire = new Wire();
        postbox = Postbox.open();
    }

    @AfterEach
    void close() {
        postbox.close();
        wire.close();
    }

    /** Waits until somebody has some mails and shows them. */
    protected List<Postbox.Arrived> mailsTo(String address, int count) {
        await().untilAsserted(() -> assertThat(postbox.to(address)).hasSize(count));
        return postbox.to(address);
    }

    /** All mails to people of a bureau so far; other tests' mails may still be on their way. */
    protected List<Postbox.Arrived> mailsOf(Bureau bureau) {
        return postbox.all().stream()
                .filter(mail -> mail.to().startsWith(bureau.subject("")))
                .toList();
    }

    /** Waits until a statement that counts answers a number. */
    protected void awaitCount(long expected, String sql, Object... parameters) {
        await().untilAsserted(() -> assertThat(column(sql, parameters)).containsExactly(Long.toString(expected)));
    }

    /** The first column of what a query finds, as text. */
    protected List<String> column(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** States of a person's deliveries on a channel, oldest notice first. */
    protected List<String> states(String recipient, String channel) {
        return column("""
                select d.state from delivery d join notice n on n.id = d.notice_id
                where n.recipient = ? and d.channel = ? order by n.created_at, n.id""", recipient, channel);
    }

    /** Kinds of the lines in the ledgers of a person's deliveries on a channel. */
    protected List<String> ledger(String recipient, String channel) {
        return column("""
                select e.kind from delivery_entry e join delivery d on d.id = e.delivery_id
                join notice n on n.id = d.notice_id where n.recipient = ? and d.channel = ?
                order by n.created_at, n.id, e.position""", recipient, channel);
    }
}
