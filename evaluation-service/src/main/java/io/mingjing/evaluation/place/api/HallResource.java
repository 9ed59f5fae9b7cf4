package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.place.application.HallRegister;
import io.mingjing.evaluation.place.application.PlaceRequests;
import io.mingjing.evaluation.place.application.PlaceRequests.HallRequest;
import io.mingjing.evaluation.place.domain.Hall;
import io.mingjing.evaluation.place.domain.HallLevel;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Halls (大厅) as a tree at three levels. */
@Path("/api/v1/halls")
public class HallResource {

    private static final String NO_BODY = "请提供 JSON 内容 | send a JSON object";

    /** A hall. */
    public record HallView(
            String code,
            String name,
            @Nullable String unit,
            HallLevel level,
            @Nullable String parent,
            @Nullable String region) {}

    private final HallRegister register;
    private final HallRepository halls;
    private final Actor actor;

    HallResource(HallRegister register, HallRepository halls, Actor actor) {
        this.register = register;
        this.halls = halls;
        this.actor = actor;
    }

    @PUT
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Register a hall (大厅), or describe it anew")
    public HallView put(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = PlaceRequests.BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid HallRequest request) {
        return view(register.register(actor, code, request));
    }

    @GET
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "One hall")
    public HallView one(@RestPath String code) {
        Hall known = halls.findById(code);
        if (known == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记大厅 " + code, "There is no hall " + code);
        }
        return view(known);
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Halls in order of their codes")
    public ListPage<HallView> list(@BeanParam @Valid PageQuery page) {
        return ListPage.cut(
                        halls.after(Listing.code(page.after()), page.limit() + 1),
                        page.limit(),
                        one -> Cursor.of(one.code()))
                .map(this::view);
    }

    private HallView view(Hall hall) {
        Hall.Details details = hall.details();
        return new HallView(
                hall.code(), details.name(), details.unit(), details.level(), details.parent(), details.region());
    }
}
