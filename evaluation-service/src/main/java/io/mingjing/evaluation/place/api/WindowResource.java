package io.mingjing.evaluation.place.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.place.application.PlaceRequests;
import io.mingjing.evaluation.place.application.PlaceRequests.TurnRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.WindowRequest;
import io.mingjing.evaluation.place.application.WindowRegister;
import io.mingjing.evaluation.place.domain.Owner;
import io.mingjing.evaluation.place.domain.ServiceWindow;
import io.mingjing.evaluation.place.persistence.ServiceWindowRepository;
import io.mingjing.evaluation.place.persistence.TurnStore;
import io.mingjing.evaluation.place.persistence.TurnStore.Turn;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Windows (窗口) and who staffs them. */
@Path("/api/v1/windows")
public class WindowResource {

    private static final String NO_BODY = "请提供 JSON 内容 | send a JSON object";

    /** A window with all its owners and the turns of its staff, oldest first. */
    public record WindowView(
            String code,
            String name,
            String hall,
            boolean feed,
            List<Owner> owners,
            boolean showsCard,
            List<Turn> turns) {}

    private final WindowRegister register;
    private final ServiceWindowRepository windows;
    private final TurnStore turns;
    private final Actor actor;

    WindowResource(WindowRegister register, ServiceWindowRepository windows, TurnStore turns, Actor actor) {
        this.register = register;
        this.windows = windows;
        this.turns = turns;
        this.actor = actor;
    }

    @PUT
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Register a window (窗口), or describe it anew; a new owner begins on a later day",
            description = "feed is taken from posts of the city only: from others a window keeps what it has.")
    public WindowView put(
            @RestPath @Pattern(regexp = PlaceRequests.CODE, message = PlaceRequests.BAD_CODE) String code,
            @NotNull(message = NO_BODY) @Valid WindowRequest request) {
        return view(register.register(actor, code, request));
    }

    @GET
    @Path("/{code}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "One window")
    public WindowView one(@RestPath String code) {
        ServiceWindow known = windows.findById(code);
        if (known == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记窗口 " + code, "There is no window " + code);
        }
        return view(known);
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(summary = "Windows in order of their codes")
    public ListPage<WindowView> list(@BeanParam @Valid PageQuery page) {
        ListPage<ServiceWindow> found = ListPage.cut(
                windows.after(Listing.code(page.after()), page.limit() + 1),
                page.limit(),
                one -> Cursor.of(one.code()));
        Map<String, List<Turn>> all =
                turns.of(found.items().stream().map(ServiceWindow::code).toList());
        return found.map(window -> view(window, all.getOrDefault(window.code(), List.of())));
    }

    @PUT
    @Path("/{code}/staff")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN})
    @Operation(
            summary = "Give a window to somebody from a day on (轮岗), or to nobody",
            description = "What was planned for that day or later is replaced.")
    public List<Turn> assign(@RestPath String code, @NotNull(message = NO_BODY) @Valid TurnRequest request) {
        return register.assign(actor, code, request);
    }

    private WindowView view(ServiceWindow window) {
        return view(window, turns.of(window.code()));
    }

    private static WindowView view(ServiceWindow window, List<Turn> turns) {
        return new WindowView(
                window.code(), window.name(), window.hall(), window.feed(), window.owners(), window.showsCard(), turns);
    }
}
