package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.place.application.MatterRegister;
import io.mingjing.evaluation.place.application.PlaceRequests;
import io.mingjing.evaluation.place.application.PlaceRequests.MatterRequest;
import io.mingjing.evaluation.place.domain.Edition;
import io.mingjing.evaluation.place.domain.Handling;
import io.mingjing.evaluation.place.domain.Limits;
import io.mingjing.evaluation.place.domain.Matter;
import io.mingjing.evaluation.place.domain.MatterType;
import io.mingjing.evaluation.place.domain.Owner;
import io.mingjing.evaluation.place.persistence.MatterRepository;
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

/** Matters (政务服务事项) of the catalogue. */
@Path("/api/v1/matters")
public class MatterResource {

    private static final String NO_BODY = "请提供 JSON 内容 | send a JSON object";

    /**
     * A matter.
     *
     * @param ownerUnit the newest owner; null where the window's owner answers for the procedure
     * @param catalogueVersion the edition of the catalogue that describes it now
     * @param editions all of them, by first day: a rating refers to that of the day of its visit
     * @param findings what contradicts itself in its limits
     */
    public record MatterView(
            String code,
            String name,
            @Nullable String ownerUnit,
            List<Owner> owners,
            @Nullable MatterType type,
            @Nullable String basis,
            @Nullable Handling handling,
            @Nullable Integer statutoryDays,
            @Nullable Integer promisedDays,
            @Nullable String catalogueVersion,
            List<Edition> editions,
            List<Limits.Fault> findings) {}

    private final MatterRegister register;
    private final MatterRepository matters;
    private final Actor actor;

    MatterResource(MatterRegister register, MatterRepository matters, Actor actor) {
        this.register = register;
        this.matters = matters;
        this.actor = actor;
    }

    @PUT
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Register a matter (事项), or describe it anew; a new owner begins on a later day",
            description = "Limits are working days. Contradicting ones are refused from people and listed as findings"
                    + " where a system delivers them.")
    public MatterView put(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = PlaceRequests.BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid MatterRequest request) {
        return view(register.register(actor, code, request));
    }

    @GET
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "One matter")
    public MatterView one(@RestPath String code) {
        Matter known = matters.findById(code);
        if (known == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记事项 " + code, "There is no matter " + code);
        }
        return view(known);
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Matters in order of their codes")
    public ListPage<MatterView> list(@BeanParam @Valid PageQuery page) {
        return ListPage.cut(
                        matters.after(Listing.code(page.after()), page.limit() + 1),
                        page.limit(),
                        one -> Cursor.of(one.code()))
                .map(this::view);
    }

    private MatterView view(Matter matter) {
        Matter.Details details = matter.details();
        Limits limits = matter.limits();
        return new MatterView(
                matter.code(),
                details.name(),
                matter.lastOwner().orElse(null),
                matter.owners(),
                details.type(),
                details.basis(),
                limits.handling(),
                limits.statutory(),
                limits.promised(),
                details.catalogueVersion(),
                matter.editions(),
                limits.faults());
    }
}
