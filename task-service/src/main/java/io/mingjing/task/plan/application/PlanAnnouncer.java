package io.mingjing.task.plan.application;

import io.mingjing.kernel.event.TaskEvent.Office;
import io.mingjing.kernel.event.TaskEvent.PastClock;
import io.mingjing.kernel.event.TaskEvent.PlanPublished;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.outbox.Outbox;
import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.rectification.application.Issuing.Issued;
import io.mingjing.task.rectification.domain.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells the others that a plan was published, with the one summary of what is past already. */
@ApplicationScoped
class PlanAnnouncer {

    /** Who gets the summary: those who steer the bureau's rectification. */
    private static final List<Role> SUMMARY_TO =
            List.of(Role.COORDINATOR, Role.LEADER_IN_CHARGE, Role.PRINCIPAL_LEADER);

    private final Outbox outbox;

    PlanAnnouncer(Outbox outbox) {
        this.outbox = outbox;
    }

    void published(Plan plan, List<Issued> issued, long sequence, Instant at) {
        List<Office> offices = SUMMARY_TO.stream()
                .map(role -> new Office(role.word(), plan.bureau()))
                .toList();
        List<PastClock> past = issued.stream()
                .flatMap(one -> one.past().stream().flatMap(view -> past(one.task(), view)))
                .toList();
        outbox.append(new PlanPublished(plan.id(), plan.title(), plan.bureau(), offices, past, at), sequence, at);
    }

    private static Stream<PastClock> past(Task task, ClockView view) {
        String words = task.limit().words()
                + (view.kind() == ClockKind.LIMIT
                        ? ""
                        : "（" + view.kind().zh() + Objects.requireNonNullElse(view.period(), "") + "）");
        return Stream.ofNullable(view.dueDay())
                .map(due -> new PastClock(
                        task.id(), task.number().orElseThrow(), task.wording().title(), words, due));
    }
}
