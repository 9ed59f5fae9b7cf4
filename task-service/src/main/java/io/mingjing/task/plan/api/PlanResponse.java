package io.mingjing.task.plan.api;

import io.mingjing.task.plan.application.PlanView;
import io.mingjing.task.plan.domain.Basis;
import io.mingjing.task.plan.domain.GroupLevel;
import io.mingjing.task.plan.domain.Narrative;
import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.plan.domain.PlanContent;
import io.mingjing.task.plan.domain.Release;
import io.mingjing.task.plan.domain.Round;
import io.mingjing.task.rectification.domain.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan with its tasks. */
public record PlanResponse(
        UUID id,
        String title,
        String bureau,
        String state,
        @Nullable Round round,
        @Nullable Release release,
        @Nullable String basisText,
        List<Basis> basis,
        List<Narrative> narrative,
        @Nullable String leadingGroup,
        List<GroupLevel> levels,
        List<Item> tasks,
        Instant importedAt,
        @Nullable Instant publishedAt) {

    /** A task of the plan; the task itself is at /api/v1/tasks. */
    public record Item(
            UUID id,
            int item,
            @Nullable String number,
            String title,
            List<String> leads,
            @Nullable String leadWords,
            List<String> responsible,
            @Nullable String responsibleWords,
            String limit,
            String state) {

        static Item from(Task task) {
            return new Item(
                    task.id(),
                    task.origin().item(),
                    task.number().orElse(null),
                    task.wording().title(),
                    task.leads(),
                    task.wording().leadWords(),
                    task.responsible(),
                    task.wording().responsibleWords(),
                    task.limit().words(),
                    task.state().name());
        }
    }

    static PlanResponse from(PlanView view) {
        Plan plan = view.plan();
        PlanContent content = plan.content();
        return new PlanResponse(
                plan.id(),
                plan.title(),
                plan.bureau(),
                plan.state().name(),
                content.round(),
                content.release(),
                content.basisText(),
                content.basis(),
                content.narrative(),
                content.groupName(),
                content.levels(),
                view.tasks().stream().map(Item::from).toList(),
                plan.importedAt(),
                plan.publishedAt().orElse(null));
    }
}
