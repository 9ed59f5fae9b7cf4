package io.mingjing.task.rectification.api;

import io.mingjing.task.rectification.application.TaskLists;
import io.mingjing.task.rectification.persistence.TaskListing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task in a list. */
public record TaskSummary(
        UUID id,
        String number,
        String title,
        String state,
        UnitName bureau,
        List<UnitName> leads,
        String limit,
        @Nullable ClockResponse clock,
        Instant createdAt) {

    static TaskSummary from(TaskLists.Listed listed) {
        TaskListing.Row row = listed.task();
        return new TaskSummary(
                row.id(),
                row.number(),
                row.title(),
                row.state().name(),
                UnitName.of(row.bureau(), listed.names()),
                row.leads().stream()
                        .map(code -> UnitName.of(code, listed.names()))
                        .toList(),
                row.limit().words(),
                listed.clock() == null ? null : ClockResponse.from(listed.clock()),
                row.createdAt());
    }
}
