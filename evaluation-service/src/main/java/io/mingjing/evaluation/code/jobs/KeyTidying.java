package io.mingjing.evaluation.code.jobs;

import io.mingjing.evaluation.code.application.KeyDestruction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Destroys keys that nothing needs any more, and lets this process forget them. */
@ApplicationScoped
class KeyTidying {

    private final KeyDestruction destruction;

    KeyTidying(KeyDestruction destruction) {
        this.destruction = destruction;
    }

    @Scheduled(every = "${mingjing.keys.tidy-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        destruction.run();
    }
}
