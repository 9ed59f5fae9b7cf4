package io.mingjing.evaluation.code.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.code.application.DaysAhead;
import io.mingjing.evaluation.code.application.KeyVault;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Opens the keys at the start, tries again while they are missing, notices rotations, and keeps days open ahead. */
@ApplicationScoped
class KeyWatch {

    private final ServiceKeys keys;
    private final DaysAhead ahead;

    KeyWatch(ServiceKeys keys, DaysAhead ahead, KeyVault vault, MeterRegistry metrics) {
        this.keys = keys;
        this.ahead = ahead;
        metrics.gauge("mingjing_keys_open", vault, watched -> watched.isOpen() ? 1 : 0);
    }

    void atStart(@Observes StartupEvent start) {
        now();
    }

    @Scheduled(every = "${mingjing.keys.watch:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        if (keys.refresh()) {
            ahead.open();
        }
    }
}
