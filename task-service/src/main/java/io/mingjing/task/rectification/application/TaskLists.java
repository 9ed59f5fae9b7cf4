package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.task.Violations;
import io.mingjing.task.clock.application.Clocks;
import io.mingjing.task.clock.domain.ClockView;
import io.mingjing.task.organisation.application.Reach;
import io.mingjing.task.organisation.application.Units;
import io.mingjing.task.rectification.domain.TaskState;
import io.mingjing.task.rectification.persistence.TaskListing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of tasks as far as a person's posts reach, each with its pressing clock. */
@ApplicationScoped
public class TaskLists {

    /**
     * A task in a list.
     *
     * @param clock its pressing clock; null where its document states no limit
     * @param names names of the units it mentions, by code
     */
    public record Listed(TaskListing.Row task, @Nullable ClockView clock, Map<String, String> names) {}

    private final TaskListing listing;
    private final Reach reach;
    private final Units units;
    private final Clocks clocks;

    TaskLists(TaskListing listing, Reach reach, Units units, Clocks clocks) {
        this.listing = listing;
        this.reach = reach;
        this.units = units;
        this.clocks = clocks;
    }

    /**
     * A page of tasks, newest first.
     *
     * @param unit only tasks of this unit or of units below it
     * @param after {@code next} of the page before
     */
    public ListPage<Listed> page(
            Actor actor,
            @Nullable String unit,
            @Nullable TaskState state,
            @Nullable String after,
            @Nullable Integer limit) {
        int size = ListPage.limit(limit);
        Reach.Scope scope = reach.of(actor);
        var wanted = new TaskListing.Wanted(scope.everything(), scope.steered(), scope.staffed(), within(unit), state);
        ListPage<TaskListing.Row> page = ListPage.cut(
                listing.page(wanted, after(after), size + 1), size, row -> Cursor.of(row.createdAt(), row.id()));
        Map<UUID, ClockView> pressing =
                clocks.of(page.items().stream().map(TaskListing.Row::id).toList());
        Map<String, String> names = units.names(page.items().stream()
                .flatMap(row -> Stream.concat(Stream.of(row.bureau()), row.leads().stream()))
                .toList());
        return page.map(row -> new Listed(row, pressing.get(row.id()), names));
    }

    /** The units a person may choose a list by, in order of their codes: code to name. */
    public List<Map.Entry<String, String>> units(Actor actor) {
        Reach.Scope scope = reach.of(actor);
        List<String> codes = scope.everything()
                ? reach.bureaus()
                : Stream.concat(scope.steered().stream(), scope.staffed().stream())
                        .distinct()
                        .sorted()
                        .toList();
        Map<String, String> names = units.names(codes);
        return codes.stream()
                .map(code -> Map.entry(code, names.getOrDefault(code, code)))
                .toList();
    }

    private @Nullable List<String> within(@Nullable String unit) {
        if (unit == null || unit.isEmpty()) {
            return null;
        }
        List<String> below = reach.below(unit);
        if (below.isEmpty()) {
            Violations violations = new Violations();
            violations.add("unit", "没有单位 " + unit, "there is no unit " + unit);
            throw violations.refusal(CommonProblem.BAD_REQUEST);
        }
        return below;
    }

    private static TaskListing.@Nullable After after(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 2);
        if (cursor == null) {
            return null;
        }
        try {
            return new TaskListing.After(
                    Instant.parse(cursor.parts().getFirst()),
                    UUID.fromString(cursor.parts().getLast()));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Cursor.foreign();
        }
    }
}
