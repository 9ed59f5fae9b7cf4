package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.place.application.PlaceRequests;
import io.mingjing.evaluation.place.application.PlaceRequests.StaffRequest;
import io.mingjing.evaluation.place.application.StaffRegister;
import io.mingjing.evaluation.place.domain.Owner;
import io.mingjing.evaluation.place.domain.WindowStaff;
import io.mingjing.evaluation.place.persistence.WindowStaffRepository;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Window staff (窗口人员), as their cards show them. */
@Path("/api/v1/window-staff")
public class StaffResource {

    private static final String NO_BODY = "请提供 JSON 内容 | send a JSON object";

    /** Somebody who staffs windows, with the units that send them, oldest first. */
    public record StaffView(String code, String name, String duty, boolean photo, List<Owner> sendingUnits) {}

    private final StaffRegister register;
    private final WindowStaffRepository staff;
    private final Actor actor;

    StaffResource(StaffRegister register, WindowStaffRepository staff, Actor actor) {
        this.register = register;
        this.staff = staff;
        this.actor = actor;
    }

    @PUT
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Register somebody who staffs windows (窗口人员), or describe them anew",
            description = "A new sending unit (派出单位) begins on a later day.")
    public StaffView put(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = PlaceRequests.BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid StaffRequest request) {
        return view(register.register(actor, code, request));
    }

    @GET
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "One of the window staff")
    public StaffView one(@RestPath String code) {
        WindowStaff known = staff.findById(code);
        if (known == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记窗口人员 " + code, "There is no window staff " + code);
        }
        return view(known);
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Window staff in order of their badge numbers")
    public ListPage<StaffView> list(@BeanParam @Valid PageQuery page) {
        return ListPage.cut(
                        staff.after(Listing.code(page.after()), page.limit() + 1),
                        page.limit(),
                        one -> Cursor.of(one.code()))
                .map(this::view);
    }

    @PUT
    @Path("/{code}/photo")
    @Consumes({"image/jpeg", "image/png"})
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Set the photo of the card",
            description = "JPEG or PNG; it is drawn anew with at most 96 by 128 pixels and 6 KB, nothing else is kept.")
    public void photograph(@RestPath String code, byte[] file) {
        register.photograph(actor, code, file);
    }

    @DELETE
    @Path("/{code}/photo")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Remove the photo of the card")
    public void forgetPhoto(@RestPath String code) {
        register.forgetPhoto(actor, code);
    }

    private StaffView view(WindowStaff one) {
        return new StaffView(one.code(), one.name(), one.duty(), one.photo() != null, one.units());
    }
}
