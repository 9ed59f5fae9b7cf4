package io.mingjing.task.plan.api;

import io.mingjing.task.plan.domain.Plan;
import java.time.Instant;
import java.util.UUID;

/** A plan in a list. */
public record PlanSummary(UUID id, String title, String bureau, String state, Instant importedAt) {

    static PlanSummary from(Plan plan) {
        return new PlanSummary(
                plan.id(), plan.title(), plan.bureau(), plan.state().name(), plan.importedAt());
    }
}
