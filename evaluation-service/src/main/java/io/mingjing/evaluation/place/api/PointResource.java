package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.place.application.PlaceRequests;
import io.mingjing.evaluation.place.application.PlaceRequests.PointRequest;
import io.mingjing.evaluation.place.application.PointRegister;
import io.mingjing.evaluation.place.domain.Owner;
import io.mingjing.evaluation.place.domain.RatingPoint;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.evaluation.place.persistence.RatingPointRepository;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Rating points (评价点) that are not windows. */
@Path("/api/v1/points")
public class PointResource {

    private static final String NO_BODY = "请提供 JSON 内容 | send a JSON object";

    /** A rating point with all its owners, oldest first. */
    public record PointView(
            String code,
            SpotKind kind,
            String name,
            @Nullable String hall,
            List<Owner> owners) {}

    private final PointRegister register;
    private final RatingPointRepository points;
    private final Actor actor;

    PointResource(PointRegister register, RatingPointRepository points, Actor actor) {
        this.register = register;
        this.points = points;
        this.actor = actor;
    }

    @PUT
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Register a rating point (科室门牌, 公示栏, 自助评价机, 自助服务终端, 网上), or describe it anew",
            description = "A new owner begins on a later day; the kind stays.")
    public PointView put(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = PlaceRequests.BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid PointRequest request) {
        return view(register.register(actor, code, request));
    }

    @GET
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "One rating point")
    public PointView one(@RestPath String code) {
        RatingPoint known = points.findById(code);
        if (known == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记评价点 " + code, "There is no rating point " + code);
        }
        return view(known);
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Rating points in order of their codes")
    public ListPage<PointView> list(@BeanParam @Valid PageQuery page) {
        return ListPage.cut(
                        points.after(Listing.code(page.after()), page.limit() + 1),
                        page.limit(),
                        one -> Cursor.of(one.code()))
                .map(this::view);
    }

    private PointView view(RatingPoint point) {
        return new PointView(point.code(), point.kind(), point.name(), point.hall(), point.owners());
    }
}
