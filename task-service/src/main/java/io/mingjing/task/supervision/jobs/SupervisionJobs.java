package io.mingjing.task.supervision.jobs;

import io.mingjing.task.supervision.application.MissedRungs;
import io.mingjing.task.supervision.application.RungClaim;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Triggers of supervision. */
@ApplicationScoped
class SupervisionJobs {

    private final RungClaim claim;
    private final MissedRungs missed;

    SupervisionJobs(RungClaim claim, MissedRungs missed) {
        this.claim = claim;
        this.missed = missed;
    }

    @Scheduled(every = "{mingjing.supervision.claim-scan}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void claimDue() {
        while (claim.claimDue() > 0) {
            // The next batch.
        }
    }

    @Scheduled(
            every = "{mingjing.supervision.audit-scan}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookForMissed() {
        missed.scan();
    }
}
