package io.mingjing.task.plan.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.organisation.application.Units;
import io.mingjing.task.organisation.application.Units.Known;
import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.plan.domain.PlanState;
import io.mingjing.task.plan.persistence.PlanRepository;
import io.mingjing.task.rectification.application.By;
import io.mingjing.task.rectification.application.Issuing;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskSource;
import io.mingjing.task.rectification.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Publishes a plan: expands its collective expressions to the units there are today, issues its tasks and starts their
 * clocks. Whatever is past already goes into one summary, never a burst.
 */
@ApplicationScoped
public class Publication {

    private final PlanRepository plans;
    private final PlanLookup lookup;
    private final TaskRepository tasks;
    private final Issuing issuing;
    private final Units units;
    private final AuditTrail trail;
    private final PlanAnnouncer announcer;
    private final BusinessClock clock;

    Publication(
            PlanRepository plans,
            PlanLookup lookup,
            TaskRepository tasks,
            Issuing issuing,
            Units units,
            AuditTrail trail,
            PlanAnnouncer announcer,
            BusinessClock clock) {
        this.plans = plans;
        this.lookup = lookup;
        this.tasks = tasks;
        this.issuing = issuing;
        this.units = units;
        this.trail = trail;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Publishes a draft.
     *
     * @throws ProblemException not found; forbidden; {@link TaskProblem#PLAN_NOT_DRAFT}
     */
    @Transactional
    public Plan publish(UUID id, Actor actor) {
        Plan plan = lookup.readable(plans.lock(id), id, actor);
        Post post = actor.postFor(plan.bureau(), Role.COORDINATOR);
        if (plan.state() != PlanState.DRAFT) {
            throw new ProblemException(
                    TaskProblem.PLAN_NOT_DRAFT,
                    "方案现在是“" + plan.state().zh() + "”，不能再次发布",
                    "The plan is " + plan.state().en() + " and cannot be published again",
                    List.of(),
                    Map.of("state", plan.state().name()));
        }
        By by = By.of(actor, post);
        Instant at = clock.now();
        plan.published(at);
        List<Issuing.Issued> issued = issue(plan, by);
        long sequence = trail.append(new AuditTrail.Act(
                "plan:" + id,
                "PLAN_PUBLISHED",
                by.subject(),
                by.name(),
                by.post(),
                PlanState.DRAFT.name(),
                PlanState.PUBLISHED.name(),
                issued.size() + " 项任务",
                at));
        announcer.published(plan, issued, sequence, at);
        return plan;
    }

    private List<Issuing.Issued> issue(Plan plan, By by) {
        LocalDate startDay = plan.startDay(clock.today());
        List<Known> present = units.under(plan.bureau());
        return tasks.from(TaskSource.PLAN, plan.id()).stream()
                .map(task -> issuing.issue(task, snapshot(plan, task, present), startDay, by))
                .toList();
    }

    private static List<String> snapshot(Plan plan, Task task, List<Known> present) {
        return UnitWords.expand(plan.responsibleFor(task.origin().item()), present);
    }
}
