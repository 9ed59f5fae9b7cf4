package io.mingjing.notification.delivery.jobs;

import io.mingjing.notification.delivery.application.MailRound;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Looks for mails that are due. */
@ApplicationScoped
class MailJob {

    private final MailRound round;

    MailJob(MailRound round) {
        this.round = round;
    }

    @Scheduled(every = "{mingjing.notices.mail.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        round.run();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        round.stop();
    }
}
