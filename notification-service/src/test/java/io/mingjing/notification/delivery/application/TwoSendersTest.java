package io.mingjing.notification.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.kernel.event.TaskEvent.Office;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.Postbox.Arrived;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.notice.application.Addressing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TwoSendersTest extends OnRealParts {

    private static final int MAILS = 60;

    @Inject
    Sending sending;

    @Inject
    Addressing addressing;

    @Inject
    Channel channel;

    @Test
    void sendersSideBySideSendEachMailOnce() {
        clock.shanghai("2026-03-20T18:30");
        Bureau bureau = Bureau.founded(wire);
        for (int i = 0; i < MAILS; i++) {
            Bureau task = new Bureau(wire, bureau.code(), UUID.randomUUID(), UUID.randomUUID());
            wire.send(task.rung("OVERDUE", 1, 1, new Office("section_head", bureau.section())));
        }
        awaitCount(MAILS, "select count(*) from notice where recipient = ?", bureau.subject("section_head"));

        clock.shanghai("2026-03-23T09:00:30");
        Stream<CompletableFuture<Void>> senders = Stream.generate(() -> new MailRound(sending, addressing, channel))
                .limit(3)
                .map(replica -> CompletableFuture.runAsync(replica::run));
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();

        await().untilAsserted(() -> assertThat(states(bureau.subject("section_head"), "EMAIL"))
                .hasSize(MAILS)
                .containsOnly("SENT"));
        List<Arrived> mails = postbox.to(bureau.address("section_head"));
        assertThat(mails).hasSize(MAILS).extracting(Arrived::id).doesNotHaveDuplicates();
    }
}
