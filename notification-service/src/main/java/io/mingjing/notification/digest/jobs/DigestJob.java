package io.mingjing.notification.digest.jobs;

import io.mingjing.notification.digest.application.DigestRound;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks every few seconds whether a full hour has come by the business clock. */
@ApplicationScoped
class DigestJob {

    private final DigestRound round;

    DigestJob(DigestRound round) {
        this.round = round;
    }

    @Scheduled(every = "{mingjing.notices.digest.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        round.look();
    }
}
