package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.application.PlaceRequests.DeviceRequest;
import io.mingjing.evaluation.place.domain.Device;
import io.mingjing.evaluation.place.domain.DeviceStatus;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.evaluation.place.persistence.DeviceRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Registers devices (评价器, R-113) under their serials, and takes their reports. */
@ApplicationScoped
public class DeviceRegister {

    private final DeviceRepository devices;
    private final Places places;
    private final PlaceRights rights;
    private final Registrations registrations;
    private final BusinessClock clock;

    DeviceRegister(
            DeviceRepository devices,
            Places places,
            PlaceRights rights,
            Registrations registrations,
            BusinessClock clock) {
        this.devices = devices;
        this.places = places;
        this.rights = rights;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** @throws ProblemException 422 for an unknown place; 403 where the old or the new place is another unit's */
    @Transactional
    public Device register(Actor actor, String serial, DeviceRequest request) {
        Spot place = spot(request.place())
                .orElseThrow(() -> EvaluationProblem.UNKNOWN_CODE.at(
                        "place",
                        "窗口或评价点 " + request.place() + " 未登记，请先登记",
                        "the place " + request.place() + " is not registered; register it first"));
        Post post = rights.postFor(actor, place.ownerOn(clock.today()));
        DeviceStatus status = request.status() == null ? DeviceStatus.IN_USE : request.status();
        Device found = devices.findById(serial);
        Device known = found == null ? new Device(serial, request.kind(), request.place(), status) : found;
        if (found == null) {
            devices.persist(known);
        } else {
            spot(known.place()).ifPresent(old -> rights.postFor(actor, old.ownerOn(clock.today())));
            known.describe(request.kind(), request.place(), status);
        }
        registrations.keep(
                actor,
                post,
                "device:" + serial,
                "DEVICE_REGISTERED",
                request.kind() + " · " + request.place() + " · " + status);
        return known;
    }

    /**
     * A device reports that it works. Only the day is kept, and the trail gets nothing: its entries carry the moment.
     *
     * @throws ProblemException 404 for a device that is unknown or not in the reach of the post, 409 for a withdrawn one
     */
    @Transactional
    public void seen(Actor actor, String serial) {
        Device known = devices.findById(serial);
        if (known == null
                || !actor.may(
                        spot(known.place())
                                .map(place -> place.ownerOn(clock.today()))
                                .orElse(""),
                        Role.INTEGRATION)) {
            throw new ProblemException(
                    CommonProblem.NOT_FOUND,
                    "没有登记设备 " + serial + "，或它不在您的范围内",
                    "There is no device " + serial + ", or it is not in your reach");
        }
        if (known.status() == DeviceStatus.WITHDRAWN) {
            throw EvaluationProblem.DEVICE_WITHDRAWN.because(
                    "设备 " + serial + " 已停用；如重新启用，请先登记为在用",
                    "The device " + serial + " is withdrawn; register it as in use first");
        }
        devices.seenOn(serial, clock.today());
    }

    /** Another replica may have registered the place a moment ago. */
    private Optional<Spot> spot(String code) {
        return places.catalogue().spot(code).or(() -> places.refresh().spot(code));
    }
}
