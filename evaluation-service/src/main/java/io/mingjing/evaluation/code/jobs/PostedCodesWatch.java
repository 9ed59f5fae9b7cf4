package io.mingjing.evaluation.code.jobs;

import io.mingjing.evaluation.code.application.PostedCodes;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Notices place codes that another replica registered or withdrew. */
@ApplicationScoped
class PostedCodesWatch {

    private final PostedCodes codes;

    PostedCodesWatch(PostedCodes codes) {
        this.codes = codes;
    }

    @Scheduled(every = "${mingjing.places.watch:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        codes.refresh();
    }
}
