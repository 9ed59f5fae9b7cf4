package io.mingjing.task.organisation.api;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.organisation.application.UnitRegister;
import io.mingjing.task.organisation.persistence.UnitRepository;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Units over HTTP: operations and neighbouring systems put them, staff read them. */
@Path("/api/v1/units")
@Tag(name = "organisation", description = "单位与岗位")
public class UnitResource {

    private final UnitRegister register;
    private final UnitRepository units;
    private final Actor actor;

    UnitResource(UnitRegister register, UnitRepository units, Actor actor) {
        this.register = register;
        this.units = units;
        this.actor = actor;
    }

    @PUT
    @Path("{code}")
    @AllowedTo({Role.OPERATIONS, Role.INTEGRATION})
    @Operation(summary = "登记单位 · Record a unit; the same again changes nothing")
    public RestResponse<UnitResponse> put(
            @PathParam("code") String code,
            @NotNull(message = "请求内容不能为空 | the body is missing") @Valid UnitRequest request) {
        UnitRegister.Recorded recorded = register.record(code, request.facts(), actor);
        return RestResponse.status(
                recorded.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                UnitResponse.from(recorded.unit()));
    }

    @GET
    @Path("{code}")
    @AllowedTo(anyPost = true)
    @Operation(summary = "查看单位 · Read a unit")
    public UnitResponse get(@PathParam("code") String code) {
        return units.findByIdOptional(code)
                .map(UnitResponse::from)
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.NOT_FOUND, "没有单位 " + code, "There is no unit " + code));
    }

    @GET
    @AllowedTo(anyPost = true)
    @Operation(summary = "单位列表 · List units by code")
    public ListPage<UnitResponse> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        Cursor cursor = Cursor.parse(after, 1);
        int size = ListPage.limit(limit);
        return ListPage.cut(
                        units.page(cursor == null ? null : cursor.parts().getFirst(), size + 1),
                        size,
                        unit -> Cursor.of(unit.code()))
                .map(UnitResponse::from);
    }
}
