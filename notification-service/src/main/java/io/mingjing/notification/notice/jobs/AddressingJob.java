package io.mingjing.notification.notice.jobs;

import io.mingjing.notification.notice.application.Addressing;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for occasions whose people are to be found. */
@ApplicationScoped
class AddressingJob {

    private final Addressing addressing;

    AddressingJob(Addressing addressing) {
        this.addressing = addressing;
    }

    @Scheduled(every = "{mingjing.notices.address-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        boolean more = true;
        while (more) {
            more = addressing.addressNext();
        }
    }
}
