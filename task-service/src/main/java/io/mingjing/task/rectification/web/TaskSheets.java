package io.mingjing.task.rectification.web;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.ProblemException.Words;
import io.mingjing.kernel.http.UnitTree;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.domain.ClockKind;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.rectification.application.TaskReading;
import io.mingjing.task.rectification.application.TaskView;
import io.mingjing.task.rectification.web.TaskSheet.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Puts the page of a task together. */
@ApplicationScoped
class TaskSheets {

    /** More than a task gathers in its life; the API has the rest. */
    private static final int TIMELINE = 200;

    private final TaskReading reading;
    private final UnitTree units;
    private final BusinessClock clock;
    private final Ids ids;

    TaskSheets(TaskReading reading, UnitTree units, BusinessClock clock, Ids ids) {
        this.reading = reading;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    TaskSheet of(UUID id, Actor actor, Sent sent) {
        TaskView view = reading.view(id, actor);
        List<AuditTrail.Entry> trail = reading.timeline(id, actor, 0, TIMELINE + 1);
        List<TimelineLine> timeline = trail.stream()
                .limit(TIMELINE)
                .map(entry -> TimelineLine.of(entry, units))
                .toList();
        List<Deadline> deadlines =
                reading.deadline(id, actor).stream().map(TaskSheets::deadline).toList();
        String key = ids.next().toString();
        return new TaskSheet(
                view, deadlines, timeline, trail.size() > TIMELINE, new ActForms(view, clock.today(), key, sent).all());
    }

    private static Deadline deadline(DeadlineProof proof) {
        ClockView view = proof.clock();
        String period = Objects.requireNonNullElse(view.period(), "");
        return new Deadline(
                new Words(view.kind().zh() + period, english(view.kind()) + " " + period),
                Due.of(view),
                proof.rule(),
                view.provisional(),
                proof.days().stream()
                        .filter(day -> day.counts() != DeadlineProof.Counts.PASSES)
                        .toList());
    }

    private static String english(ClockKind kind) {
        return switch (kind) {
            case LIMIT -> "Limit";
            case FIRST_ACTION -> "First action";
            case PROOF -> "Proof of quarter";
        };
    }
}
