package io.mingjing.evaluation.contact.jobs;

import io.mingjing.evaluation.contact.application.Canaries;
import io.mingjing.evaluation.contact.application.ContactTidying;
import io.mingjing.evaluation.contact.application.MorningHandOver;
import io.mingjing.evaluation.contact.application.OfficeKeys;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** What happens to contacts without anybody asking. */
@ApplicationScoped
class ContactJobs {

    private final OfficeKeys keys;
    private final MorningHandOver morning;
    private final Canaries canaries;
    private final ContactTidying tidying;

    ContactJobs(OfficeKeys keys, MorningHandOver morning, Canaries canaries, ContactTidying tidying) {
        this.keys = keys;
        this.morning = morning;
        this.canaries = canaries;
        this.tidying = tidying;
    }

    @Scheduled(every = "${mingjing.contact.key-check:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watchTheKey() {
        keys.refresh();
    }

    @Scheduled(
            every = "${mingjing.contact.morning-check:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void handOver() {
        morning.look();
        canaries.watch();
    }

    @Scheduled(every = "${mingjing.contact.tidy-every:1h}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        tidying.run();
    }
}
