package io.mingjing.task.plan.application;

import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.rectification.domain.Task;
import java.util.List;
import java.util.Map;

/**
 * A plan as one person sees it now.
 *
 * @param tasks in the plan's order
 * @param names names of the units it mentions, by code
 * @param mayPublish whether this person may publish it now
 */
public record PlanView(Plan plan, List<Task> tasks, Map<String, String> names, boolean mayPublish) {

    public PlanView {
        tasks = List.copyOf(tasks);
        names = Map.copyOf(names);
    }

    public String name(String unit) {
        return names.getOrDefault(unit, unit);
    }
}
