package io.mingjing.notification.delivery.application;

import io.mingjing.notification.delivery.application.Sending.Claim;
import io.mingjing.notification.delivery.application.Sending.LastLook;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.delivery.domain.Outcome;
import io.mingjing.notification.notice.application.Addressing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Sends what is due, a batch at a time: all mails of a batch go out side by side, so that a server that accepts and never
 * answers costs one time-out and not one for each.
 */
@ApplicationScoped
public class MailRound {

    private static final Logger LOG = Logger.getLogger(MailRound.class);
    private static final int STOP_SECONDS = 9;

    private final Sending sending;
    private final Addressing addressing;
    private final Channel channel;
    private final ReentrantLock underWay = new ReentrantLock();
    private volatile boolean stopping;

    MailRound(Sending sending, Addressing addressing, Channel channel) {
        this.sending = sending;
        this.addressing = addressing;
        this.channel = channel;
    }

    /** Goes on until nothing is due, or until it is asked to stop; what was claimed is sent and recorded. */
    public void run() {
        underWay.lock();
        try {
            List<Claim> claims = next();
            while (!claims.isEmpty()) {
                sendAll(claims);
                claims = next();
            }
        } finally {
            underWay.unlock();
        }
    }

    /** Claims nothing more and waits, not for ever, for the batch under way: a clean restart repeats nothing. */
    public void stop() throws InterruptedException {
        stopping = true;
        if (underWay.tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
            underWay.unlock();
        } else {
            LOG.warn(
                    "The mail server has not answered; what was claimed will be sent again under the same message ids");
        }
    }

    private List<Claim> next() {
        return stopping ? List.of() : sending.claim();
    }

    private void sendAll(List<Claim> claims) {
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            claims.forEach(claim -> side.execute(() -> attempt(claim)));
        }
    }

    private void attempt(Claim claim) {
        try {
            sending.record(claim, outcomeOf(claim));
        } catch (RuntimeException notRecorded) {
            // The claim's lease runs out and the attempt is made again, under the same message id.
            LOG.errorf(notRecorded, "What came of delivery %s could not be recorded", claim.deliveryId());
        }
    }

    private Outcome outcomeOf(Claim claim) {
        return switch (sending.lastLook(claim)) {
            case LastLook.Ready ready -> channel.send(ready.message());
            case LastLook.Superseded superseded ->
                new Outcome.Withdrawn(superseded.cause().zh());
            case LastLook.NoAddress() -> new Outcome.Rejected("组织信息中没有登记该人员的电子邮箱");
            case LastLook.HandedOver() ->
                addressing.handedOver(claim.noticeId()) ? outcomeOf(claim) : new Outcome.Withdrawn("岗位已换人，改为通知现任人员");
        };
    }
}
