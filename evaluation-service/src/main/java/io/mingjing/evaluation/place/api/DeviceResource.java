package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.place.application.DeviceRegister;
import io.mingjing.evaluation.place.application.PlaceRequests;
import io.mingjing.evaluation.place.application.PlaceRequests.DeviceRequest;
import io.mingjing.evaluation.place.application.Silence;
import io.mingjing.evaluation.place.domain.Device;
import io.mingjing.evaluation.place.domain.DeviceKind;
import io.mingjing.evaluation.place.domain.DeviceStatus;
import io.mingjing.evaluation.place.persistence.DeviceRepository;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Devices that take ratings (评价器). */
@Path("/api/v1/devices")
public class DeviceResource {

    private static final String NO_BODY = "请提供 JSON 内容 | send a JSON object";

    /**
     * A device.
     *
     * @param lastSeen business day of its last report; null where it never reported
     * @param silent whether a device in use has not reported for too many working days
     */
    public record DeviceView(
            String serial,
            DeviceKind kind,
            String place,
            DeviceStatus status,
            @Nullable LocalDate lastSeen,
            boolean silent) {}

    private final DeviceRegister register;
    private final DeviceRepository devices;
    private final Silence silence;
    private final Actor actor;

    DeviceResource(DeviceRegister register, DeviceRepository devices, Silence silence, Actor actor) {
        this.register = register;
        this.devices = devices;
        this.silence = silence;
        this.actor = actor;
    }

    @PUT
    @Path("/{serial}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Register a device (评价器), or describe it anew")
    public DeviceView put(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = PlaceRequests.BAD_CODE) String serial,
            @NotNull(message = NO_BODY) @Valid DeviceRequest request) {
        return view(register.register(actor, serial, request), silence.notBefore());
    }

    @GET
    @Path("/{serial}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "One device")
    public DeviceView one(@RestPath String serial) {
        Device known = devices.findById(serial);
        if (known == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记设备 " + serial, "There is no device " + serial);
        }
        return view(known, silence.notBefore());
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Devices in order of their serials")
    public ListPage<DeviceView> list(@BeanParam @Valid PageQuery page) {
        LocalDate notBefore = silence.notBefore();
        return ListPage.cut(
                        devices.after(Listing.code(page.after()), page.limit() + 1),
                        page.limit(),
                        one -> Cursor.of(one.serial()))
                .map(device -> view(device, notBefore));
    }

    @POST
    @Path("/{serial}/heartbeat")
    @AllowedTo(Role.INTEGRATION)
    @Operation(
            summary = "A device reports that it works",
            description = "Report by a timetable, never because somebody rated. Only the day is kept.")
    public void heartbeat(@RestPath String serial) {
        register.seen(actor, serial);
    }

    private static DeviceView view(Device device, LocalDate notBefore) {
        return new DeviceView(
                device.serial(),
                device.kind(),
                device.place(),
                device.status(),
                device.lastSeen().orElse(null),
                device.silentSince(notBefore));
    }
}
