package io.mingjing.evaluation.selftest.jobs;

import io.mingjing.evaluation.selftest.application.SelfTest;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks every few minutes whether a round of the self-test is due by the business clock. */
@ApplicationScoped
class SelfTestJob {

    private final SelfTest test;

    SelfTestJob(SelfTest test) {
        this.test = test;
    }

    @Scheduled(
            every = "${mingjing.selftest.check:5m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        test.look();
    }
}
