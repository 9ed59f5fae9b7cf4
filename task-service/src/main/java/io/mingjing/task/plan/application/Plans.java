package io.mingjing.task.plan.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.organisation.application.Reach;
import io.mingjing.task.organisation.application.Units;
import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.plan.domain.PlanState;
import io.mingjing.task.plan.persistence.PlanRepository;
import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskSource;
import io.mingjing.task.rectification.persistence.TaskRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans to read: one with its tasks, and the list of those a person may see. */
@ApplicationScoped
public class Plans {

    private final PlanLookup lookup;
    private final PlanRepository plans;
    private final TaskRepository tasks;
    private final Reach reach;
    private final Units units;

    Plans(PlanLookup lookup, PlanRepository plans, TaskRepository tasks, Reach reach, Units units) {
        this.lookup = lookup;
        this.plans = plans;
        this.tasks = tasks;
        this.reach = reach;
        this.units = units;
    }

    /**
     * A plan with its tasks.
     *
     * @throws io.mingjing.kernel.http.ProblemException not found
     */
    @Transactional
    public PlanView view(UUID id, Actor actor) {
        Plan plan = lookup.see(id, actor);
        plan.content(); // read while the session is open; the page comes later
        List<Task> its = tasks.from(TaskSource.PLAN, id);
        List<String> codes = Stream.concat(
                        Stream.of(plan.bureau()),
                        its.stream().flatMap(task -> Stream.concat(task.leads().stream(), task.responsible().stream())))
                .distinct()
                .toList();
        boolean mayPublish = plan.state() == PlanState.DRAFT && actor.may(plan.bureau(), Role.COORDINATOR);
        return new PlanView(plan, its, units.names(codes), mayPublish);
    }

    /**
     * A page of plans, newest first; drafts only for who works on them.
     *
     * @param after {@code next} of the page before
     */
    public ListPage<Plan> page(Actor actor, @Nullable String after, @Nullable Integer limit) {
        int size = ListPage.limit(limit);
        Reach.Scope scope = reach.of(actor);
        List<String> published = Stream.concat(
                        scope.steered().stream(),
                        scope.staffed().stream().flatMap(unit -> units.bureauOf(unit).map(Units.Known::code).stream()))
                .distinct()
                .toList();
        List<String> drafts = reach.below(actor, Role.COORDINATOR, Role.INTEGRATION);
        return ListPage.cut(
                plans.page(scope.everything() ? null : published, drafts, after(after), size + 1),
                size,
                plan -> Cursor.of(plan.importedAt(), plan.id()));
    }

    private static PlanRepository.@Nullable After after(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 2);
        if (cursor == null) {
            return null;
        }
        try {
            return new PlanRepository.After(
                    Instant.parse(cursor.parts().getFirst()),
                    UUID.fromString(cursor.parts().getLast()));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.foreign();
        }
    }
}
