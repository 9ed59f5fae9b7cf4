package io.mingjing.task.plan.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says beside its tasks.
 *
 * @param round null where the plan follows no round, such as a yearly plan
 * @param release null where it comes out by being published here
 * @param groupName null, and levels empty, where the plan sets up no leading group
 */
public record PlanContent(
        String title,
        String bureau,
        @Nullable Round round,
        @Nullable Release release,
        @Nullable String basisText,
        List<Basis> basis,
        List<Narrative> narrative,
        @Nullable String groupName,
        List<GroupLevel> levels,
        List<ResponsibleEntry> responsible) {

    public PlanContent {
        basis = List.copyOf(basis);
        narrative = List.copyOf(narrative);
        levels = List.copyOf(levels);
        responsible = List.copyOf(responsible);
    }
}
