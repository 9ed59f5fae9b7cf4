package io.mingjing.task.plan.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.TaskConfig;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.Violations;
import io.mingjing.task.organisation.application.Units;
import io.mingjing.task.organisation.application.Units.Known;
import io.mingjing.task.organisation.domain.UnitKind;
import io.mingjing.task.plan.application.PlanReading.ItemContent;
import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.plan.domain.PlanDocument;
import io.mingjing.task.plan.domain.PlanState;
import io.mingjing.task.plan.persistence.PlanRepository;
import io.mingjing.task.rectification.application.By;
import io.mingjing.task.rectification.application.Issuing;
import io.mingjing.task.rectification.domain.Origin;
import io.mingjing.task.rectification.domain.Requester;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskDraft;
import io.mingjing.task.rectification.domain.TaskSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings a plan in: all of it, as a draft with draft tasks, or nothing and everything that is wrong with it. */
@ApplicationScoped
public class PlanImport {

    private final PlanRepository plans;
    private final Issuing issuing;
    private final Units units;
    private final Idempotency idempotency;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final Ids ids;
    private final TaskConfig config;

    PlanImport(
            PlanRepository plans,
            Issuing issuing,
            Units units,
            Idempotency idempotency,
            AuditTrail trail,
            BusinessClock clock,
            Ids ids,
            TaskConfig config) {
        this.plans = plans;
        this.issuing = issuing;
        this.units = units;
        this.idempotency = idempotency;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
        this.config = config;
    }

    /**
     * Imports a plan.
     *
     * @param key the caller's Idempotency-Key
     * @return id of the draft; of the first one where the request is repeated
     * @throws io.mingjing.kernel.http.ProblemException {@link TaskProblem#PLAN_INVALID} with all violations
     */
    @Transactional
    public UUID bringIn(PlanDocument document, @Nullable String key, Actor actor) {
        byte[] hash = Idempotency.hash(document);
        Optional<String> earlier = idempotency.locationOf(actor, key, hash);
        if (earlier.isPresent()) {
            return UUID.fromString(earlier.get());
        }
        Known bureau = bureau(document.bureau());
        Post post = actor.postFor(bureau.code(), Role.COORDINATOR, Role.INTEGRATION);
        PlanReader reader = new PlanReader(
                new UnitWords(bureau, units.under(bureau.code())),
                new DeadlineReader(config.beforeIncludesDay()),
                clock.today());
        UUID id =
                switch (reader.read(document)) {
                    case PlanReading.Right right -> store(right, By.of(actor, post));
                    case PlanReading.Wrong wrong -> {
                        wrong.violations().refuseIfAny(TaskProblem.PLAN_INVALID);
                        throw new IllegalStateException("A wrong plan without a violation");
                    }
                };
        idempotency.remember(actor, key, hash, id.toString());
        return id;
    }

    private UUID store(PlanReading.Right right, By by) {
        Plan plan = Plan.imported(ids.next(), right.content(), clock.now());
        plans.persistAndFlush(plan);
        right.items().forEach(item -> {
            Task task = issuing.draft(draft(plan, item), by);
            if (item.done() != null) {
                Requester statedBy = new Requester(by.subject(), by.name());
                issuing.stateDone(
                        task,
                        new Issuing.Done(item.done().on(), statedBy, item.done().proofs()));
            }
        });
        trail.append(new AuditTrail.Act(
                "plan:" + plan.id(),
                "PLAN_IMPORTED",
                by.subject(),
                by.name(),
                by.post(),
                null,
                PlanState.DRAFT.name(),
                plan.title(),
                plan.importedAt()));
        return plan.id();
    }

    private static TaskDraft draft(Plan plan, ItemContent item) {
        return new TaskDraft(
                new Origin(TaskSource.PLAN, plan.id(), item.number()),
                plan.bureau(),
                item.wording(),
                item.leads(),
                List.of(),
                item.limit(),
                item.measures(),
                List.of());
    }

    private Known bureau(@Nullable String code) {
        Optional<Known> known =
                code == null ? Optional.empty() : units.byCode(code).filter(unit -> isBureau(unit.kind()));
        return known.orElseThrow(() -> {
            Violations violations = new Violations();
            violations.add(
                    "bureau",
                    code == null ? "必填，应为制定方案的局的单位代码，例如 GY-KJJ" : "没有代码为“" + code + "”的局；应为已登记的局的单位代码，例如 GY-KJJ",
                    "must be the code of a recorded bureau, such as GY-KJJ");
            return violations.refusal(TaskProblem.PLAN_INVALID);
        });
    }

    private static boolean isBureau(UnitKind kind) {
        return kind == UnitKind.BUREAU || kind == UnitKind.CITY_OFFICE;
    }
}
