package io.mingjing.notification.delivery.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.notification.delivery.domain.Delivery.State;
import io.mingjing.notification.delivery.persistence.Deliveries;
import io.mingjing.notification.notice.persistence.Occasions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Figures that say whether notices reach people; no unit and no person is a label.
 *
 * <ul>
 *   <li>{@code mingjing_notices_deliveries{state}}: deliveries in a state that is not an end, and dead letters
 *   <li>{@code mingjing_notices_waiting_seconds}: how long the first of those due has waited, quiet hours included
 *   <li>{@code mingjing_notices_unaddressed}: occasions for which nobody could be found yet
 * </ul>
 */
@ApplicationScoped
class NoticeGauges {

    private final Deliveries deliveries;
    private final Occasions occasions;
    private final Map<State, AtomicLong> inState = new EnumMap<>(State.class);
    private final AtomicLong waitingSeconds;
    private final AtomicLong unaddressed;

    NoticeGauges(Deliveries deliveries, Occasions occasions, MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.occasions = occasions;
        for (State state : new State[] {State.QUEUED, State.SENDING, State.FAILED}) {
            inState.put(
                    state,
                    metrics.gauge(
                            "mingjing_notices_deliveries",
                            io.micrometer.core.instrument.Tags.of("state", state.name()),
                            new AtomicLong()));
        }
        waitingSeconds = metrics.gauge("mingjing_notices_waiting_seconds", new AtomicLong());
        unaddressed = metrics.gauge("mingjing_notices_unaddressed", new AtomicLong());
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        inState.forEach((state, figure) -> figure.set(deliveries.countIn(state)));
        waitingSeconds.set(deliveries.longestDueSeconds());
        unaddressed.set(occasions.unaddressed());
    }
}
