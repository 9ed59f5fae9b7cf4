package io.mingjing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.notification.Bureau;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.Postbox;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.delivery.domain.Message;
import io.mingjing.notification.delivery.domain.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnreliableServerTest extends OnRealParts {

    @Inject
    Channel mail;

    @Test
    void aMailWaitsForAServerThatIsAwayAndThenGoesOutOnce() {
        postbox.close();
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        await().untilAsserted(() ->
                assertThat(ledger(bureau.subject("section_head"), "EMAIL")).contains("TRY_LATER"));

        postbox = Postbox.open();

        mailsTo(bureau.address("section_head"), 1);
        await().untilAsserted(() ->
                assertThat(states(bureau.subject("section_head"), "EMAIL")).containsExactly("SENT"));
        wire.send(bureau.toTheLeader());
        mailsTo(bureau.address("leader_in_charge"), 1);
        assertThat(postbox.to(bureau.address("section_head"))).hasSize(1);
    }

    @Test
    void aServerThatAcceptsAndSaysNothingCostsAnAttemptAndLeavesNothingBehind() throws Exception {
        postbox.close();
        int port = ConfigProvider.getConfig().getValue("mingjing.notices.mail.port", Integer.class);
        Bureau bureau = Bureau.founded(wire);
        try (ServerSocket silent = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
            wire.send(bureau.overdue());
            await().untilAsserted(() ->
                    assertThat(ledger(bureau.subject("section_head"), "EMAIL")).contains("TRY_LATER"));
        }

        postbox = Postbox.open();

        mailsTo(bureau.address("section_head"), 1);
        await().untilAsserted(() ->
                assertThat(states(bureau.subject("section_head"), "EMAIL")).containsExactly("SENT"));
        wire.send(bureau.toTheLeader());
        mailsTo(bureau.address("leader_in_charge"), 1);
        assertThat(postbox.to(bureau.address("section_head"))).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsADeadLetterAtOnce() {
        Bureau bureau = Bureau.founded(wire);
        bureau.hold("section_head", bureau.section(), bureau.subject("section_head"), "not an address");

        wire.send(bureau.overdue());

        await().untilAsserted(() ->
                assertThat(states(bureau.subject("section_head"), "EMAIL")).containsExactly("FAILED"));
        assertThat(ledger(bureau.subject("section_head"), "EMAIL")).containsOnlyOnce("SENDING");
    }

    @Test
    void whatAKilledSenderLeftIsSentAgainUnderTheSameMessageId() {
        clock.shanghai("2026-03-20T18:30");
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        awaitCount(1, "select count(*) from notice where recipient = ?", bureau.subject("section_head"));
        UUID notice =
                UUID.fromString(column("select id from notice where recipient = ?", bureau.subject("section_head"))
                        .getFirst());
        // Sent, and then killed before this could be noted.
        assertThat(mail.send(new Message(notice, bureau.address("section_head"), "s", "b")))
                .isEqualTo(new Outcome.Delivered());
        leaveBehind(notice);

        clock.shanghai("2026-03-23T09:00:30");

        assertThat(mailsTo(bureau.address("section_head"), 2))
                .extracting(Postbox.Arrived::id)
                .containsOnly("<" + notice + "@mingjing.example>");
        await().untilAsserted(() -> assertThat(ledger(bureau.subject("section_head"), "EMAIL"))
                .containsExactly("CREATED", "QUEUED", "OUTCOME_UNKNOWN", "SENDING", "SENT"));
    }

    private void leaveBehind(UUID notice) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update delivery set state = 'SENDING', attempts = 1, lease_until = now()
                        where notice_id = ? and channel = 'EMAIL'""")) {
            update.setObject(1, notice);
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
