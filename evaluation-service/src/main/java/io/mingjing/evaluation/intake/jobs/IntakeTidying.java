package io.mingjing.evaluation.intake.jobs;

import io.mingjing.evaluation.intake.application.IntakeDays;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets go of days whose boxes are all empty. */
@ApplicationScoped
class IntakeTidying {

    private final IntakeDays days;

    IntakeTidying(IntakeDays days) {
        this.days = days;
    }

    @Scheduled(every = "${mingjing.intake.tidy-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        days.dropEmpty();
    }
}
