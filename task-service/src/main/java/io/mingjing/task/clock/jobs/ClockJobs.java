package io.mingjing.task.clock.jobs;

import io.mingjing.task.calendar.application.DueDates;
import io.mingjing.task.clock.application.ClockStarts;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** What clocks do by themselves. */
@ApplicationScoped
class ClockJobs {

    private final ClockStarts starts;
    private final DueDates dueDates;

    ClockJobs(ClockStarts starts, DueDates dueDates) {
        this.starts = starts;
        this.dueDates = dueDates;
    }

    @Scheduled(every = "{mingjing.clock.proof-scan}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void startOwedProofs() {
        while (starts.startOwedProofs() > 0) {
            // The next batch.
        }
    }

    /** Goes on where a publication was cut off. */
    @Scheduled(every = "{mingjing.clock.follow-scan}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void follow() {
        dueDates.follow();
    }
}
