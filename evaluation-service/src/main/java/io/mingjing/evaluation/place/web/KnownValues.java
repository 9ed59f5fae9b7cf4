package io.mingjing.evaluation.place.web;

import io.mingjing.evaluation.place.domain.Device;
import io.mingjing.evaluation.place.domain.Hall;
import io.mingjing.evaluation.place.domain.Limits;
import io.mingjing.evaluation.place.domain.Matter;
import io.mingjing.evaluation.place.domain.RatingPoint;
import io.mingjing.evaluation.place.domain.ServiceWindow;
import io.mingjing.evaluation.place.domain.WindowStaff;
import io.mingjing.evaluation.place.persistence.DeviceRepository;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.evaluation.place.persistence.MatterRepository;
import io.mingjing.evaluation.place.persistence.RatingPointRepository;
import io.mingjing.evaluation.place.persistence.ServiceWindowRepository;
import io.mingjing.evaluation.place.persistence.WindowStaffRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is registered under a code, as a form to describe it anew begins with. */
@ApplicationScoped
class KnownValues {

    private final HallRepository halls;
    private final ServiceWindowRepository windows;
    private final RatingPointRepository points;
    private final DeviceRepository devices;
    private final WindowStaffRepository staff;
    private final MatterRepository matters;

    KnownValues(
            HallRepository halls,
            ServiceWindowRepository windows,
            RatingPointRepository points,
            DeviceRepository devices,
            WindowStaffRepository staff,
            MatterRepository matters) {
        this.halls = halls;
        this.windows = windows;
        this.points = points;
        this.devices = devices;
        this.staff = staff;
        this.matters = matters;
    }

    /** By field; empty where nothing is registered under the code. */
    Map<String, String> of(PlaceForm form, String code) {
        Optional<Map<String, String>> found =
                switch (form) {
                    case HALL -> halls.findByIdOptional(code).map(KnownValues::hall);
                    case WINDOW -> windows.findByIdOptional(code).map(KnownValues::window);
                    case POINT -> points.findByIdOptional(code).map(KnownValues::point);
                    case DEVICE -> devices.findByIdOptional(code).map(KnownValues::device);
                    case STAFF -> staff.findByIdOptional(code).map(KnownValues::staff);
                    case MATTER -> matters.findByIdOptional(code).map(KnownValues::matter);
                    case TURN -> Optional.empty();
                };
        return found.orElse(Map.of());
    }

    private static Map<String, String> hall(Hall hall) {
        Map<String, String> values = new HashMap<>(Map.of("name", hall.name()));
        put(values, "level", hall.level());
        put(values, "parent", hall.parent());
        put(values, "region", hall.details().region());
        put(values, "unit", hall.unit());
        return values;
    }

    private static Map<String, String> window(ServiceWindow window) {
        return Map.of(
                "name", window.name(),
                "hall", window.hall(),
                "ownerUnit", window.lastOwner(),
                "feed", String.valueOf(window.feed()),
                "showsCard", String.valueOf(window.showsCard()));
    }

    private static Map<String, String> point(RatingPoint point) {
        Map<String, String> values = new HashMap<>(Map.of("name", point.name(), "ownerUnit", point.lastOwner()));
        put(values, "kind", point.kind());
        put(values, "hall", point.hall());
        return values;
    }

    private static Map<String, String> device(Device device) {
        return Map.of(
                "kind",
                device.kind().name(),
                "place",
                device.place(),
                "status",
                device.status().name());
    }

    private static Map<String, String> staff(WindowStaff one) {
        return Map.of("name", one.name(), "duty", one.duty(), "sendingUnit", one.lastUnit());
    }

    private static Map<String, String> matter(Matter matter) {
        Matter.Details details = matter.details();
        Limits limits = matter.limits();
        Map<String, String> values = new HashMap<>(Map.of("name", details.name()));
        put(values, "type", details.type());
        put(values, "basis", details.basis());
        put(values, "catalogueVersion", details.catalogueVersion());
        put(values, "handling", limits.handling());
        put(values, "statutoryDays", limits.statutory());
        put(values, "promisedDays", limits.promised());
        put(values, "ownerUnit", matter.lastOwner().orElse(null));
        return values;
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value.toString());
        }
    }
}
