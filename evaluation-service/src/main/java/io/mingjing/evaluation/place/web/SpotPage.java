package io.mingjing.evaluation.place.web;

import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.application.Silence;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Device;
import io.mingjing.evaluation.place.domain.Owner;
import io.mingjing.evaluation.place.domain.RatingPoint;
import io.mingjing.evaluation.place.domain.ServiceWindow;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.evaluation.place.domain.StaffTurn;
import io.mingjing.evaluation.place.persistence.DeviceRepository;
import io.mingjing.evaluation.place.persistence.RatingPointRepository;
import io.mingjing.evaluation.place.persistence.ServiceWindowRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One window or rating point: who owned it when, who staffs it, which devices stand there. */
@Path("/evaluation/places/spots/{code}")
@Produces(MediaType.TEXT_HTML)
public class SpotPage {

    /** An owner in words. */
    record OwnerRow(LocalDate fromDay, String unit, boolean now) {}

    /** A turn with the name of the unit that sent the person on its first day. */
    record TurnRow(StaffTurn turn, String unit) {}

    /** A device and whether it has been silent for too long. */
    record DeviceRow(Device device, boolean silent) {}

    @CheckedTemplate(basePath = "places", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance spot(
                Spot spot,
                @Nullable String hallCode,
                Catalogue.@Nullable Window window,
                List<OwnerRow> owners,
                List<TurnRow> turns,
                List<DeviceRow> devices,
                boolean keeps,
                boolean done);
    }

    private final Places places;
    private final ServiceWindowRepository windows;
    private final RatingPointRepository points;
    private final DeviceRepository devices;
    private final Units units;
    private final Silence silence;
    private final BusinessClock clock;
    private final Actor actor;

    SpotPage(
            Places places,
            ServiceWindowRepository windows,
            RatingPointRepository points,
            DeviceRepository devices,
            Units units,
            Silence silence,
            BusinessClock clock,
            Actor actor) {
        this.places = places;
        this.windows = windows;
        this.points = points;
        this.devices = devices;
        this.units = units;
        this.silence = silence;
        this.clock = clock;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance spot(@RestPath String code, @RestQuery @Nullable String done) {
        Spot spot = places.catalogue()
                .spot(code)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND, "没有登记窗口或评价点 " + code, "There is no place " + code));
        LocalDate today = clock.today();
        LocalDate silentBefore = silence.notBefore();
        Catalogue.Window window = spot instanceof Catalogue.Window one ? one : null;
        return Templates.spot(
                spot,
                hallOf(code),
                window,
                spot.owners().reversed().stream()
                        .map(owner -> ownerRow(owner, spot.owners(), today))
                        .toList(),
                window == null
                        ? List.of()
                        : window.turns().reversed().stream().map(this::turnRow).toList(),
                devices.at(List.of(code)).stream()
                        .map(device -> new DeviceRow(device, device.silentSince(silentBefore)))
                        .toList(),
                actor.hasRole(Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS),
                done != null);
    }

    private @Nullable String hallOf(String code) {
        return windows.findByIdOptional(code)
                .map(ServiceWindow::hall)
                .or(() -> points.findByIdOptional(code).map(RatingPoint::hall))
                .orElse(null);
    }

    private OwnerRow ownerRow(Owner owner, List<Owner> all, LocalDate today) {
        boolean now = all.stream()
                .filter(one -> !one.fromDay().isAfter(today))
                .reduce((earlier, later) -> later)
                .filter(owner::equals)
                .isPresent();
        return new OwnerRow(owner.fromDay(), units.nameOf(owner.unit()), now);
    }

    private TurnRow turnRow(StaffTurn turn) {
        return new TurnRow(
                turn, turn.sendingUnitOn(turn.fromDay()).map(units::nameOf).orElse(""));
    }
}
