package io.mingjing.notification.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.kernel.event.TaskEvent.Office;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.ByHand;
import io.mingjing.notification.OnRealParts;
import io.mingjing.notification.Postbox.Arrived;
import io.mingjing.notification.delivery.application.Sending.Claim;
import io.mingjing.notification.delivery.application.Sending.LastLook;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.delivery.domain.Outcome;
import io.mingjing.notification.notice.application.Addressing;
import io.mingjing.notification.notice.domain.EndCause;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ByHand.class)
class SenderTest extends OnRealParts {

    private static final int MANY = 60;

    @Inject
    Sending sending;

    @Inject
    Addressing addressing;

    @Inject
    Channel channel;

    private Bureau bureau;

    @BeforeEach
    void found() {
        new MailRound(sending, addressing, channel).run();
        bureau = Bureau.founded(wire);
    }

    @Test
    void sendersSideBySideSendEachMailOnce() {
        tell(MANY);

        Stream<CompletableFuture<Void>> senders = Stream.generate(() -> new MailRound(sending, addressing, channel))
                .limit(3)
                .map(replica -> CompletableFuture.runAsync(replica::run));
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();

        awaitAllSent();
        List<Arrived> mails = postbox.to(bureau.address("section_head"));
        assertThat(mails).hasSize(MANY).extracting(Arrived::id).doesNotHaveDuplicates();
    }

    @Test
    void theLastLookBeforeSendingSeesThatTheTaskWasClosedMeanwhile() {
        wire.send(bureau.overdue());
        awaitNotices(1);
        Claim claim = claimOfHead();
        assertThat(sending.lastLook(claim)).isInstanceOf(LastLook.Ready.class);

        wire.send(bureau.closed());
        awaitCount(1, "select count(*) from notice where recipient = ? and ended_at is not null", head());

        assertThat(sending.lastLook(claim)).isEqualTo(new LastLook.Superseded(EndCause.CLOSED));
    }

    @Test
    void aSenderThatSleptThroughItsLeaseChangesNothingAnyMore() {
        wire.send(bureau.overdue());
        awaitNotices(1);
        Claim slow = claimOfHead();
        await().untilAsserted(() -> assertThat(sending.claim()).hasSize(1));
        Claim successor = new Claim(slow.deliveryId(), slow.noticeId(), slow.attempt() + 1);

        sending.record(slow, new Outcome.Rejected("late"));
        sending.record(successor, new Outcome.Delivered());

        assertThat(states(head(), "EMAIL")).containsExactly("SENT");
    }

    @Test
    void whoIsAskedToStopClaimsNothingMoreAndRecordsWhatIsUnderWay() throws Exception {
        tell(MANY);
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        MailRound round = new MailRound(sending, addressing, message -> {
            sent.countDown();
            await().until(() -> asked.getCount() == 0);
            return channel.send(message);
        });
        CompletableFuture<Void> running = CompletableFuture.runAsync(round::run);
        sent.await();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> {
            try {
                asked.countDown();
                round.stop();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        CompletableFuture.allOf(stopping, running).join();

        assertThat(states(head(), "EMAIL")).doesNotContain("SENDING").contains("SENT", "QUEUED");
        awaitAllSent();
        assertThat(postbox.to(bureau.address("section_head")))
                .hasSize(MANY)
                .extracting(Arrived::id)
                .doesNotHaveDuplicates();
    }

    /** The first mail over a connection that the server has closed meanwhile fails and is tried again. */
    private void awaitAllSent() {
        await().untilAsserted(() -> {
            new MailRound(sending, addressing, channel).run();
            assertThat(states(head(), "EMAIL")).hasSize(MANY).containsOnly("SENT");
        });
    }

    private void tell(int count) {
        for (int i = 0; i < count; i++) {
            Bureau task = new Bureau(wire, bureau.code(), UUID.randomUUID(), UUID.randomUUID());
            wire.send(task.rung("OVERDUE", 1, 1, new Office("section_head", bureau.section())));
        }
        awaitNotices(count);
    }

    private void awaitNotices(int count) {
        awaitCount(count, "select count(*) from notice where recipient = ?", head());
    }

    private Claim claimOfHead() {
        String notice =
                column("select id from notice where recipient = ?", head()).getFirst();
        return sending.claim().stream()
                .filter(claim -> claim.noticeId().toString().equals(notice))
                .findFirst()
                .orElseThrow();
    }

    private String head() {
        return bureau.subject("section_head");
    }
}
