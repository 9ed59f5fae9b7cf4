package io.mingjing.evaluation.intake.jobs;

import io.mingjing.evaluation.intake.application.Scales;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Notices versions of the scale that another replica wrote. */
@ApplicationScoped
class ScaleWatch {

    private final Scales scales;

    ScaleWatch(Scales scales) {
        this.scales = scales;
    }

    @Scheduled(every = "${mingjing.rating.scale-watch:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        scales.refresh();
    }
}
