package io.mingjing.task.plan.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.http.UnitTree;
import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.plan.domain.PlanState;
import io.mingjing.task.plan.persistence.PlanRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds plans for people: drafts for who works on them, published ones for everybody in the bureau and above. */
@ApplicationScoped
public class PlanLookup {

    private static final Role[] DRAFTS = {Role.COORDINATOR, Role.INTEGRATION};
    private static final Role[] PUBLISHED = {
        Role.COORDINATOR,
        Role.INTEGRATION,
        Role.LEADER_IN_CHARGE,
        Role.PRINCIPAL_LEADER,
        Role.OVERSIGHT,
        Role.UNIT_ADMIN
    };
    private static final Set<Role> STAFF = Set.of(Role.SECTION, Role.SECTION_HEAD, Role.LIAISON);

    private final PlanRepository plans;
    private final UnitTree tree;

    PlanLookup(PlanRepository plans, UnitTree tree) {
        this.plans = plans;
        this.tree = tree;
    }

    /**
     * A plan to look at.
     *
     * @throws ProblemException not found
     */
    public Plan see(UUID id, Actor actor) {
        return readable(plans.findByIdOptional(id), id, actor);
    }

    Plan readable(Optional<Plan> found, UUID id, Actor actor) {
        return found.filter(plan -> mayRead(plan, actor))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND,
                        "没有方案 " + id + "，或不属于您的范围",
                        "There is no plan " + id + " in your scope"));
    }

    /** Whether a person may read a plan. */
    public boolean mayRead(Plan plan, Actor actor) {
        if (actor.may(plan.bureau(), DRAFTS)) {
            return true;
        }
        return plan.state() == PlanState.PUBLISHED
                && (actor.may(plan.bureau(), PUBLISHED)
                        || actor.hasRole(Role.CITY_OFFICE)
                        || actor.posts().stream()
                                .filter(post -> STAFF.contains(post.role()))
                                .anyMatch(post -> tree.covers(plan.bureau(), post.unit())));
    }
}
