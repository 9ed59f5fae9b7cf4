package io.mingjing.task.rectification.api;

import static io.mingjing.kernel.http.Role.COORDINATOR;
import static io.mingjing.kernel.http.Role.LEADER_IN_CHARGE;
import static io.mingjing.kernel.http.Role.PRINCIPAL_LEADER;
import static io.mingjing.kernel.http.Role.SECTION;
import static io.mingjing.kernel.http.Role.SECTION_HEAD;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.task.rectification.application.CloseOutDesk;
import io.mingjing.task.rectification.application.On;
import io.mingjing.task.rectification.application.SectionDesk;
import io.mingjing.task.rectification.application.SteeringDesk;
import io.mingjing.task.rectification.application.TaskReading;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Acts on tasks. Who may do which in which state is one table (rectification.domain.Transitions); the roles here only say
 * who may ever call. One method an act keeps the file long and the API's page readable. If-Match, where sent, refuses an act on a task that has changed since.
 */
@Path("/api/v1/tasks/{id}")
@Tag(name = "task acts", description = "任务办理")
public class TaskActResource {

    private static final String EMPTY = "请求内容不能为空 | the body is missing";

    private final SectionDesk sections;
    private final CloseOutDesk closeOut;
    private final SteeringDesk steering;
    private final TaskReading reading;
    private final Actor actor;

    TaskActResource(
            SectionDesk sections, CloseOutDesk closeOut, SteeringDesk steering, TaskReading reading, Actor actor) {
        this.sections = sections;
        this.closeOut = closeOut;
        this.steering = steering;
        this.reading = reading;
        this.actor = actor;
    }

    @POST
    @Path("acceptance")
    @AllowedTo({SECTION, SECTION_HEAD, COORDINATOR})
    @Operation(summary = "签收 · Accept a task")
    public RestResponse<TaskResponse> accept(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String version) {
        sections.accept(on(id, version));
        return now(id);
    }

    @POST
    @Path("hand-back")
    @AllowedTo({SECTION, SECTION_HEAD, COORDINATOR})
    @Operation(summary = "退单 · Hand a task back; its clock runs on")
    public RestResponse<TaskResponse> handBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Reason request) {
        sections.handBack(on(id, version), request.reason());
        return now(id);
    }

    @POST
    @Path("progress")
    @AllowedTo({SECTION, SECTION_HEAD, COORDINATOR})
    @Operation(summary = "登记进展与佐证 · Enter progress on a measure, with evidence")
    public RestResponse<TaskResponse> progress(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = EMPTY) @Valid ActRequests.Progress request) {
        sections.progress(on(id, version), request.value(), key);
        return now(id);
    }

    @POST
    @Path("close-requests")
    @AllowedTo({SECTION, SECTION_HEAD, COORDINATOR})
    @Operation(summary = "申请销号 · Ask for close-out; every measure needs evidence by then")
    public RestResponse<TaskResponse> requestClose(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @Valid ActRequests.@Nullable Note request) {
        sections.requestClose(on(id, version), request == null ? null : request.note());
        return now(id);
    }

    @POST
    @Path("verification")
    @AllowedTo({COORDINATOR, LEADER_IN_CHARGE})
    @Operation(summary = "核验 · Verify a close-out; not by who asked for it")
    public RestResponse<TaskResponse> verify(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @Valid ActRequests.@Nullable Note request) {
        closeOut.verify(on(id, version), request == null ? null : request.note());
        return now(id);
    }

    @POST
    @Path("return")
    @AllowedTo({COORDINATOR, LEADER_IN_CHARGE})
    @Operation(summary = "退回 · Refuse a close-out")
    public RestResponse<TaskResponse> sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Reason request) {
        closeOut.sendBack(on(id, version), request.reason());
        return now(id);
    }

    @POST
    @Path("closure")
    @AllowedTo({COORDINATOR, LEADER_IN_CHARGE})
    @Operation(summary = "销号 · Close by number; not by who asked for it")
    public RestResponse<TaskResponse> close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Outcome request) {
        closeOut.close(on(id, version), request.outcome().strip());
        return now(id);
    }

    @POST
    @Path("acknowledgements")
    @AllowedTo({SECTION, SECTION_HEAD, COORDINATOR, LEADER_IN_CHARGE, PRINCIPAL_LEADER})
    @Operation(summary = "知悉 · Acknowledge the ladder step reached last, as one it addressed")
    public RestResponse<TaskResponse> acknowledge(
            @PathParam("id") UUID id, @NotNull(message = EMPTY) @Valid ActRequests.Acknowledgement request) {
        steering.acknowledge(on(id, null), request.step());
        return now(id);
    }

    @POST
    @Path("extensions")
    @AllowedTo({COORDINATOR, LEADER_IN_CHARGE, PRINCIPAL_LEADER})
    @Operation(summary = "延期 · Move the due day")
    public RestResponse<TaskResponse> extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Extension request) {
        steering.extend(on(id, version), request.dueDay(), request.reason());
        return now(id);
    }

    @POST
    @Path("reissue")
    @AllowedTo(COORDINATOR)
    @Operation(summary = "驳回退单 · Refuse a hand-back; the assignment stands")
    public RestResponse<TaskResponse> reissue(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Reason request) {
        steering.reissue(on(id, version), request.reason());
        return now(id);
    }

    @POST
    @Path("suspension")
    @AllowedTo({COORDINATOR, LEADER_IN_CHARGE, PRINCIPAL_LEADER})
    @Operation(summary = "中止 · Suspend on a lawful ground; the clock stops")
    public RestResponse<TaskResponse> suspend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Reason request) {
        steering.suspend(on(id, version), request.reason());
        return now(id);
    }

    @POST
    @Path("resumption")
    @AllowedTo({COORDINATOR, LEADER_IN_CHARGE})
    @Operation(summary = "恢复 · Resume a suspended task; the clock runs on")
    public RestResponse<TaskResponse> resume(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Reason request) {
        steering.resume(on(id, version), request.reason());
        return now(id);
    }

    @POST
    @Path("cancellation")
    @AllowedTo({COORDINATOR, LEADER_IN_CHARGE, PRINCIPAL_LEADER})
    @Operation(summary = "撤销 · Cancel a task")
    public RestResponse<TaskResponse> cancel(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull(message = EMPTY) @Valid ActRequests.Reason request) {
        steering.cancel(on(id, version), request.reason());
        return now(id);
    }

    private On on(UUID id, @Nullable String version) {
        return new On(id, Versions.ifMatch(version), actor);
    }

    private RestResponse<TaskResponse> now(UUID id) {
        return Versions.withTag(TaskResponse.from(reading.view(id, actor)));
    }
}
