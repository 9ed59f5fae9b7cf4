package io.mingjing.task.clock.application;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.calendar.application.Calendars;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.clock.domain.Explanation;
import io.mingjing.task.clock.persistence.ClockRepository;
import io.mingjing.task.clock.persistence.ClockViewRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Clocks as they stand now, and why. */
@ApplicationScoped
class ClockReading {

    private final ClockViewRows views;
    private final ClockRepository clocks;
    private final Calendars calendars;
    private final LimitPolicies policies;
    private final BusinessClock clock;

    ClockReading(
            ClockViewRows views,
            ClockRepository clocks,
            Calendars calendars,
            LimitPolicies policies,
            BusinessClock clock) {
        this.views = views;
        this.clocks = clocks;
        this.calendars = calendars;
        this.policies = policies;
        this.clock = clock;
    }

    /** Of each task the pressing clock first. */
    List<ClockView> ofTasks(Collection<UUID> taskIds) {
        Instant now = clock.now();
        WorkingCalendar calendar = calendars.calendar();
        return views.ofTasks(taskIds).stream()
                .map(stored -> ClockView.at(now, stored, calendar))
                .toList();
    }

    ClockView of(Clock one) {
        clocks.flush();
        return ofTasks(List.of(one.taskId())).stream()
                .filter(view -> view.clockId().equals(one.id()))
                .findFirst()
                .orElseThrow();
    }

    List<DeadlineProof> explain(UUID taskId) {
        WorkingCalendar calendar = calendars.calendar();
        List<DeadlineProof> proofs = new ArrayList<>();
        for (ClockView view : ofTasks(List.of(taskId))) {
            Clock one = clocks.findById(view.clockId());
            proofs.add(new DeadlineProof(
                    view,
                    words(one, view),
                    Explanation.of(one.rule(), one.ledger(), view.startDay(), clock.today(), calendar)));
        }
        return proofs;
    }

    private String words(Clock one, ClockView view) {
        String source = policies.source(one.kind(), view.startDay());
        return source.isEmpty() ? one.words() : one.words() + "；" + source;
    }
}
