package io.mingjing.task.plan.api;

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
import io.mingjing.kernel.http.ListPage;
import io.mingjing.task.plan.application.PlanImport;
import io.mingjing.task.plan.application.Plans;
import io.mingjing.task.plan.application.Publication;
import io.mingjing.task.plan.domain.PlanDocument;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Plans over HTTP; the shape of an import is {@code docs/plan.schema.json}. */
@Path("/api/v1/plans")
@Tag(name = "plans", description = "专项整改方案")
public class PlanResource {

    private final PlanImport imports;
    private final Publication publication;
    private final Plans plans;
    private final Actor actor;

    PlanResource(PlanImport imports, Publication publication, Plans plans, Actor actor) {
        this.imports = imports;
        this.publication = publication;
        this.plans = plans;
        this.actor = actor;
    }

    @POST
    @AllowedTo({COORDINATOR, INTEGRATION})
    @Operation(summary = "导入方案（草稿） · Import a plan as a draft: all of it, or nothing and all that is wrong")
    public RestResponse<PlanResponse> bringIn(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请求内容不能为空 | the body is missing") PlanDocument document) {
        UUID id = imports.bringIn(document, key, actor);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, get(id))
                .location(URI.create("/api/v1/plans/" + id))
                .build();
    }

    @POST
    @Path("{id}/publication")
    @AllowedTo(COORDINATOR)
    @Operation(summary = "发布方案并交办任务 · Publish a plan: issue its tasks and start their clocks")
    public PlanResponse publish(@PathParam("id") UUID id) {
        publication.publish(id, actor);
        return get(id);
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
    @Operation(summary = "查看方案 · Read a plan with its tasks")
    public PlanResponse get(@PathParam("id") UUID id) {
        return PlanResponse.from(plans.view(id, actor));
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
    @Operation(summary = "方案列表（新的在前） · List plans, newest first")
    public ListPage<PlanSummary> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        return plans.page(actor, after, limit).map(PlanSummary::from);
    }
}
