package io.mingjing.evaluation.place.web;

import io.mingjing.evaluation.place.application.DeviceRegister;
import io.mingjing.evaluation.place.application.HallRegister;
import io.mingjing.evaluation.place.application.MatterRegister;
import io.mingjing.evaluation.place.application.PlaceRequests;
import io.mingjing.evaluation.place.application.PlaceRequests.DeviceRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.HallRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.MatterRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.PointRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.StaffRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.TurnRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.WindowRequest;
import io.mingjing.evaluation.place.application.PointRegister;
import io.mingjing.evaluation.place.application.StaffRegister;
import io.mingjing.evaluation.place.application.WindowRegister;
import io.mingjing.evaluation.place.domain.DeviceKind;
import io.mingjing.evaluation.place.domain.DeviceStatus;
import io.mingjing.evaluation.place.domain.HallLevel;
import io.mingjing.evaluation.place.domain.Handling;
import io.mingjing.evaluation.place.domain.MatterType;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.kernel.http.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

/** Hands what a form sent to the register that it is for; the same rules hold as for the API. */
@ApplicationScoped
class PlaceFiling {

    private static final String PAGES = "/evaluation/places/";

    private final HallRegister halls;
    private final WindowRegister windows;
    private final PointRegister points;
    private final DeviceRegister devices;
    private final StaffRegister staff;
    private final MatterRegister matters;
    private final Validator validator;
    private final Actor actor;

    PlaceFiling(
            HallRegister halls,
            WindowRegister windows,
            PointRegister points,
            DeviceRegister devices,
            StaffRegister staff,
            MatterRegister matters,
            Validator validator,
            Actor actor) {
        this.halls = halls;
        this.windows = windows;
        this.points = points;
        this.devices = devices;
        this.staff = staff;
        this.matters = matters;
        this.validator = validator;
        this.actor = actor;
    }

    /**
     * Registers.
     *
     * @return the page that shows what was registered
     * @throws io.mingjing.kernel.http.ProblemException as the registers, 400 for fields of a wrong shape
     */
    String file(PlaceForm form, SentForm sent) {
        String code = sent.text("code");
        if (!code.matches(PlaceRequests.CODE)) {
            throw SentForm.fault(
                    "code", "编码只能含字母、数字和 . _ -，最多 40 个字符", "a code has letters, digits and . _ - only, at most 40");
        }
        return PAGES
                + switch (form) {
                    case HALL -> hall(code, sent);
                    case WINDOW -> window(code, sent);
                    case POINT -> point(code, sent);
                    case DEVICE -> device(code, sent);
                    case STAFF -> staff(code, sent);
                    case TURN -> turn(code, sent);
                    case MATTER -> matter(code, sent);
                };
    }

    private String hall(String code, SentForm sent) {
        HallRequest request = new HallRequest(
                sent.text("name"),
                sent.optional("unit"),
                sent.choice("level", HallLevel.class),
                sent.optional("parent"),
                sent.optional("region"));
        halls.register(actor, code, SentForm.sound(validator, request));
        return "halls/" + code;
    }

    private String window(String code, SentForm sent) {
        WindowRequest request = new WindowRequest(
                sent.text("name"),
                sent.text("hall"),
                sent.text("ownerUnit"),
                sent.yes("feed"),
                sent.day("ownerFrom"),
                sent.yes("showsCard"));
        windows.register(actor, code, SentForm.sound(validator, request));
        return "spots/" + code;
    }

    private String point(String code, SentForm sent) {
        PointRequest request = new PointRequest(
                sent.required("kind", SpotKind.class),
                sent.text("name"),
                sent.optional("hall"),
                sent.text("ownerUnit"),
                sent.day("ownerFrom"));
        points.register(actor, code, SentForm.sound(validator, request));
        return "spots/" + code;
    }

    private String device(String code, SentForm sent) {
        DeviceRequest request = new DeviceRequest(
                sent.required("kind", DeviceKind.class), sent.text("place"), sent.choice("status", DeviceStatus.class));
        devices.register(actor, code, SentForm.sound(validator, request));
        return "spots/" + request.place();
    }

    private String staff(String code, SentForm sent) {
        StaffRequest request = new StaffRequest(
                sent.text("name"), sent.text("duty"), sent.text("sendingUnit"), sent.day("sendingFrom"));
        staff.register(actor, code, SentForm.sound(validator, request));
        return "staff";
    }

    private String turn(String code, SentForm sent) {
        TurnRequest request = new TurnRequest(sent.optional("staff"), sent.day("from"));
        windows.assign(actor, code, SentForm.sound(validator, request));
        return "spots/" + code;
    }

    private String matter(String code, SentForm sent) {
        MatterRequest request = new MatterRequest(
                sent.text("name"),
                sent.optional("ownerUnit"),
                sent.day("ownerFrom"),
                sent.choice("type", MatterType.class),
                sent.optional("basis"),
                sent.choice("handling", Handling.class),
                sent.number("statutoryDays"),
                sent.number("promisedDays"),
                sent.optional("catalogueVersion"));
        matters.register(actor, code, SentForm.sound(validator, request));
        return "matters";
    }
}
