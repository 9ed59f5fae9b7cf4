package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.place.application.PlaceRequests.StaffRequest;
import io.mingjing.evaluation.place.domain.WindowStaff;
import io.mingjing.evaluation.place.persistence.PhotoStore;
import io.mingjing.evaluation.place.persistence.WindowStaffRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Registers window staff (窗口人员) under their badge numbers: the unit that sends them (派出单位) answers for the entry. */
@ApplicationScoped
public class StaffRegister {

    private final WindowStaffRepository staff;
    private final PhotoStore photos;
    private final Units units;
    private final PlaceRights rights;
    private final Registrations registrations;

    StaffRegister(
            WindowStaffRepository staff,
            PhotoStore photos,
            Units units,
            PlaceRights rights,
            Registrations registrations) {
        this.staff = staff;
        this.photos = photos;
        this.units = units;
        this.rights = rights;
        this.registrations = registrations;
    }

    /** @throws ProblemException 422 for an unknown unit, or a day of a new sending unit that is not ahead */
    @Transactional
    public WindowStaff register(Actor actor, String code, StaffRequest request) {
        units.required("sendingUnit", request.sendingUnit());
        Post post = rights.postFor(actor, request.sendingUnit());
        WindowStaff found = staff.findById(code);
        WindowStaff known =
                found == null ? new WindowStaff(code, request.name(), request.duty(), request.sendingUnit()) : found;
        if (found == null) {
            staff.persist(known);
        } else {
            rights.postFor(actor, known.lastUnit());
            known.describe(request.name(), request.duty());
            registrations
                    .changeDay(known.lastUnit(), request.sendingUnit(), "sendingFrom", request.sendingFrom())
                    .ifPresent(day -> known.passTo(request.sendingUnit(), day));
        }
        registrations.keep(
                actor,
                post,
                "window-staff:" + code,
                "STAFF_REGISTERED",
                request.duty() + " · " + request.sendingUnit());
        return known;
    }

    /**
     * Takes a photo for the card; what is kept is a new small picture without anything the file said beside it.
     *
     * @throws ProblemException 404 for an unknown person, 422 for what is no usable picture
     */
    @Transactional
    public void photograph(Actor actor, String code, byte[] file) {
        Post post = rights.postFor(actor, required(code).lastUnit());
        CardPhoto photo = CardPhoto.of(file);
        photos.keep(code, photo.name(), photo.jpeg());
        registrations.keep(actor, post, "window-staff:" + code, "STAFF_PHOTO_SET", photo.name());
    }

    /** Removes the photo; doing it again changes nothing. */
    @Transactional
    public void forgetPhoto(Actor actor, String code) {
        Post post = rights.postFor(actor, required(code).lastUnit());
        if (photos.remove(code)) {
            registrations.keep(actor, post, "window-staff:" + code, "STAFF_PHOTO_REMOVED", "");
        }
    }

    private WindowStaff required(String code) {
        WindowStaff known = staff.findById(code);
        if (known == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记窗口人员 " + code, "Nobody is registered as " + code);
        }
        return known;
    }
}
