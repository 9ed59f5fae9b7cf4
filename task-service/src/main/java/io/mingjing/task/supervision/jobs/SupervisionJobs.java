package io.mingjing.task.supervision.jobs;

import io.mingjing.task.supervision.application.RungClaim;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Triggers of supervision. */
@ApplicationScoped
class SupervisionJobs {

    private final RungClaim claim;

    SupervisionJobs(RungClaim claim) {
        this.claim = claim;
    }

    @Scheduled(every = "{mingjing.supervision.claim-scan}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void claimDue() {
        while (claim.claimDue() > 0) {
            // The next batch.
        }
    }
}
