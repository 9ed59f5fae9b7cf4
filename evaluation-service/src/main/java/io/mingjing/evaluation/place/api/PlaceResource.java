package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.place.api.PlaceRequests.HallRequest;
import io.mingjing.evaluation.place.api.PlaceRequests.MatterRequest;
import io.mingjing.evaluation.place.api.PlaceRequests.WindowRequest;
import io.mingjing.evaluation.place.application.PlaceRegister;
import io.mingjing.evaluation.place.domain.Hall;
import io.mingjing.evaluation.place.domain.Matter;
import io.mingjing.evaluation.place.domain.Owner;
import io.mingjing.evaluation.place.domain.ServiceWindow;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.evaluation.place.persistence.MatterRepository;
import io.mingjing.evaluation.place.persistence.ServiceWindowRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Halls, windows and matters. */
@Path("/api/v1")
public class PlaceResource {

    private static final String NO_BODY = "请提供 JSON 内容";
    private static final String BAD_CODE = "编码只能含字母、数字和 . _ -，最多 40 个字符";

    public record HallView(
            String code, String name, @Nullable String unit) {

        static HallView of(Hall hall) {
            return new HallView(hall.code(), hall.name(), hall.unit());
        }
    }

    public record WindowView(String code, String name, String hall, boolean feed, List<Owner> owners) {

        static WindowView of(ServiceWindow window) {
            return new WindowView(window.code(), window.name(), window.hall(), window.feed(), window.owners());
        }
    }

    public record MatterView(
            String code, String name, @Nullable String ownerUnit) {

        static MatterView of(Matter matter) {
            return new MatterView(matter.code(), matter.name(), matter.ownerUnit());
        }
    }

    private final PlaceRegister register;
    private final HallRepository halls;
    private final ServiceWindowRepository windows;
    private final MatterRepository matters;
    private final Actor actor;

    PlaceResource(
            PlaceRegister register,
            HallRepository halls,
            ServiceWindowRepository windows,
            MatterRepository matters,
            Actor actor) {
        this.register = register;
        this.halls = halls;
        this.windows = windows;
        this.matters = matters;
        this.actor = actor;
    }

    @PUT
    @Path("/halls/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Register a hall (大厅), or describe it anew")
    public HallView putHall(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid HallRequest request) {
        return HallView.of(register.hall(actor, code, request.name(), request.unit()));
    }

    @PUT
    @Path("/windows/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Register a window (窗口), or describe it anew; a new owner begins on a later day",
            description = "feed is taken from posts of the city only: from others a window keeps what it has.")
    public WindowView putWindow(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid WindowRequest request) {
        return WindowView.of(register.window(
                actor,
                code,
                new PlaceRegister.WindowDetails(
                        request.name(), request.hall(), request.ownerUnit(), request.feed(), request.ownerFrom())));
    }

    @PUT
    @Path("/matters/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Register a matter (事项), or describe it anew")
    public MatterView putMatter(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid MatterRequest request) {
        return MatterView.of(register.matter(actor, code, request.name(), request.ownerUnit()));
    }

    @GET
    @Path("/halls")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Halls in order of their codes")
    public ListPage<HallView> halls(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return ListPage.cut(halls.after(first(after), limit + 1), limit, hall -> Cursor.of(hall.code()))
                .map(HallView::of);
    }

    @GET
    @Path("/windows")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Windows in order of their codes")
    public ListPage<WindowView> windows(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return ListPage.cut(windows.after(first(after), limit + 1), limit, window -> Cursor.of(window.code()))
                .map(WindowView::of);
    }

    @GET
    @Path("/matters")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Matters in order of their codes")
    public ListPage<MatterView> matters(
            @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return ListPage.cut(matters.after(first(after), limit + 1), limit, matter -> Cursor.of(matter.code()))
                .map(MatterView::of);
    }

    private static String first(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? "" : cursor.parts().getFirst();
    }
}
