package io.mingjing.evaluation.leaf.jobs;

import io.mingjing.evaluation.leaf.application.SlotWatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Looks every few seconds whether a mixing slot is due by the business clock. */
@ApplicationScoped
class SlotJob {

    private final SlotWatch slots;

    SlotJob(SlotWatch slots) {
        this.slots = slots;
    }

    @Scheduled(every = "${mingjing.leaf.slot-check:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        slots.look();
    }

    void stop(@Observes ShutdownEvent event) {
        slots.leave();
    }
}
