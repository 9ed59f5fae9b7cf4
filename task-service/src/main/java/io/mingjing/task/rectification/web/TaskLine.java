package io.mingjing.task.rectification.web;

import io.mingjing.task.rectification.application.TaskLists;
import io.mingjing.task.rectification.persistence.TaskListing;
import java.util.UUID;
import java.util.stream.Collectors;

/** A line of the list of tasks. */
public record TaskLine(UUID id, String number, String title, StateBadge state, String units, String limit, Due due) {

    static TaskLine of(TaskLists.Listed listed) {
        TaskListing.Row row = listed.task();
        String units = row.leads().isEmpty()
                ? listed.names().getOrDefault(row.bureau(), row.bureau())
                : row.leads().stream()
                        .map(code -> listed.names().getOrDefault(code, code))
                        .collect(Collectors.joining("、"));
        return new TaskLine(
                row.id(),
                row.number(),
                row.title(),
                StateBadge.of(row.state()),
                units,
                row.limit().words(),
                Due.of(listed.clock()));
    }
}
