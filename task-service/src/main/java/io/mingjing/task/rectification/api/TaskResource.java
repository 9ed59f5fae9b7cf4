package io.mingjing.task.rectification.api;

import static io.mingjing.kernel.http.Role.CITY_OFFICE;
import static io.mingjing.kernel.http.Role.COORDINATOR;
import static io.mingjing.kernel.http.Role.INTEGRATION;
import static io.mingjing.kernel.http.Role.LEADER_IN_CHARGE;
import static io.mingjing.kernel.http.Role.LIAISON;
import static io.mingjing.kernel.http.Role.OVERSIGHT;
import static io.mingjing.kernel.http.Role.PRINCIPAL_LEADER;
import static io.mingjing.kernel.http.Role.SECTION;
import static io.mingjing.kernel.http.Role.SECTION_HEAD;
import static io.mingjing.kernel.http.Role.UNIT_ADMIN;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.task.clock.domain.DeadlineProof;
import io.mingjing.task.rectification.application.TaskLists;
import io.mingjing.task.rectification.application.TaskReading;
import io.mingjing.task.rectification.domain.TaskState;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tasks to read: whoever has a part in one, and those who oversee. */
@Path("/api/v1/tasks")
@Tag(name = "tasks", description = "整改任务")
public class TaskResource {

    private final TaskLists lists;
    private final TaskReading reading;
    private final Actor actor;

    TaskResource(TaskLists lists, TaskReading reading, Actor actor) {
        this.lists = lists;
        this.reading = reading;
        this.actor = actor;
    }

    @GET
    @AllowedTo({
        SECTION,
        SECTION_HEAD,
        LIAISON,
        COORDINATOR,
        LEADER_IN_CHARGE,
        PRINCIPAL_LEADER,
        CITY_OFFICE,
        OVERSIGHT,
        UNIT_ADMIN,
        INTEGRATION
    })
    @Operation(summary = "任务列表（新的在前） · List tasks, newest first, by unit and state")
    public ListPage<TaskSummary> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("state") @Nullable TaskState state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        return lists.page(actor, unit, state, after, limit).map(TaskSummary::from);
    }

    @GET
    @Path("{id}")
    @AllowedTo({
        SECTION,
        SECTION_HEAD,
        LIAISON,
        COORDINATOR,
        LEADER_IN_CHARGE,
        PRINCIPAL_LEADER,
        CITY_OFFICE,
        OVERSIGHT,
        UNIT_ADMIN,
        INTEGRATION
    })
    @Operation(summary = "查看任务 · Read a task; its ETag is its version")
    public RestResponse<TaskResponse> get(@PathParam("id") UUID id) {
        return Versions.withTag(TaskResponse.from(reading.view(id, actor)));
    }

    @GET
    @Path("{id}/timeline")
    @AllowedTo({
        SECTION,
        SECTION_HEAD,
        LIAISON,
        COORDINATOR,
        LEADER_IN_CHARGE,
        PRINCIPAL_LEADER,
        CITY_OFFICE,
        OVERSIGHT,
        UNIT_ADMIN,
        INTEGRATION
    })
    @Operation(summary = "任务时间线（全程留痕） · What happened to a task, oldest first")
    public ListPage<TimelineEntry> timeline(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = ListPage.limit(limit);
        Cursor cursor = Cursor.parse(after, 1);
        long behind =
                cursor == null ? 0 : Versions.number("after", cursor.parts().getFirst());
        return ListPage.cut(reading.timeline(id, actor, behind, size + 1), size, entry -> Cursor.of(entry.sequence()))
                .map(TimelineEntry::from);
    }

    @GET
    @Path("{id}/deadline")
    @AllowedTo({
        SECTION,
        SECTION_HEAD,
        LIAISON,
        COORDINATOR,
        LEADER_IN_CHARGE,
        PRINCIPAL_LEADER,
        CITY_OFFICE,
        OVERSIGHT,
        UNIT_ADMIN,
        INTEGRATION
    })
    @Operation(summary = "时限逐日说明 · Why the task is due when it is, day by day")
    public List<DeadlineProof> deadline(@PathParam("id") UUID id) {
        return reading.deadline(id, actor);
    }
}
