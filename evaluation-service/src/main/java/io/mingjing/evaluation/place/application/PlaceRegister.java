package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.domain.Hall;
import io.mingjing.evaluation.place.domain.Matter;
import io.mingjing.evaluation.place.domain.ServiceWindow;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.evaluation.place.persistence.MatterRepository;
import io.mingjing.evaluation.place.persistence.ServiceWindowRepository;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Registers halls, windows and matters under their official codes; a second registration describes them anew. */
@ApplicationScoped
public class PlaceRegister {

    /** Said after something changed; the catalogue is read anew once it is committed. */
    record PlacesChanged(String what) {}

    /**
     * A window as it is to be.
     *
     * @param feed taken from the city only; from anybody else a known window keeps its own and a new one has none
     * @param ownerFrom first day of a new owner; null for tomorrow
     */
    public record WindowDetails(
            String name,
            String hall,
            String ownerUnit,
            boolean feed,
            @Nullable LocalDate ownerFrom) {}

    private final HallRepository halls;
    private final ServiceWindowRepository windows;
    private final MatterRepository matters;
    private final Units units;
    private final PlaceRights rights;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final Ids ids;
    private final Event<PlacesChanged> changed;

    PlaceRegister(
            HallRepository halls,
            ServiceWindowRepository windows,
            MatterRepository matters,
            Units units,
            PlaceRights rights,
            AuditTrail trail,
            BusinessClock clock,
            Ids ids,
            Event<PlacesChanged> changed) {
        this.halls = halls;
        this.windows = windows;
        this.matters = matters;
        this.units = units;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
        this.changed = changed;
    }

    @Transactional
    public Hall hall(Actor actor, String code, String name, @Nullable String unit) {
        if (unit != null) {
            units.required("unit", unit);
        }
        Post post = rights.postFor(actor, unit);
        Hall known = halls.findById(code);
        if (known == null) {
            known = new Hall(code, name, unit);
            halls.persist(known);
        } else {
            rights.postFor(actor, known.unit());
            known.describe(name, unit);
        }
        keep(actor, post, "hall:" + code, "HALL_REGISTERED", name);
        return known;
    }

    /** @throws io.mingjing.kernel.http.ProblemException 422 for an unknown hall or unit, or an owner's day not ahead */
    @Transactional
    public ServiceWindow window(Actor actor, String code, WindowDetails details) {
        units.required("ownerUnit", details.ownerUnit());
        Post post = rights.postFor(actor, details.ownerUnit());
        if (halls.findById(details.hall()) == null) {
            throw EvaluationProblem.UNKNOWN_CODE.because(
                    "大厅 " + details.hall() + " 未登记，请先登记大厅",
                    "The hall " + details.hall() + " is not registered; register it first");
        }
        ServiceWindow known = windows.findById(code);
        boolean feed = rights.mayNameFeed(actor) ? details.feed() : known != null && known.feed();
        if (known == null) {
            known = new ServiceWindow(code, drawNumber(), details.name(), details.hall(), feed, details.ownerUnit());
            windows.persist(known);
        } else {
            rights.postFor(actor, known.lastOwner());
            known.describe(details.name(), details.hall(), feed);
            passOn(known, details);
        }
        keep(actor, post, "window:" + code, "WINDOW_REGISTERED", details.name() + " · " + details.ownerUnit());
        return known;
    }

    @Transactional
    public Matter matter(Actor actor, String code, String name, @Nullable String ownerUnit) {
        if (ownerUnit != null) {
            units.required("ownerUnit", ownerUnit);
        }
        Post post = rights.postFor(actor, ownerUnit);
        Matter known = matters.findById(code);
        if (known == null) {
            known = new Matter(code, drawNumber(), name, ownerUnit);
            matters.persist(known);
        } else {
            rights.postFor(actor, known.ownerUnit());
            known.describe(name, ownerUnit);
        }
        keep(actor, post, "matter:" + code, "MATTER_REGISTERED", name);
        return known;
    }

    private void passOn(ServiceWindow window, WindowDetails details) {
        if (window.lastOwner().equals(details.ownerUnit())) {
            return;
        }
        LocalDate today = clock.today();
        LocalDate from = details.ownerFrom() == null ? today.plusDays(1) : details.ownerFrom();
        if (!from.isAfter(today)) {
            throw EvaluationProblem.OWNER_CHANGE.because(
                    "ownerFrom 须晚于今天（" + today + "）：已发生的办件和评价归原单位",
                    "ownerFrom must be after today (" + today
                            + "): visits and ratings that happened stay where they are");
        }
        window.passTo(details.ownerUnit(), from);
    }

    /** A number that codes carry: random, so that it tells nothing of order; taken once by the unique index. */
    private int drawNumber() {
        return (int) (ids.next().getMostSignificantBits() >>> 33);
    }

    private void keep(Actor actor, Post post, String aggregate, String action, String value) {
        trail.append(new AuditTrail.Act(
                aggregate, action, actor.subject(), actor.name(), post.toString(), null, value, null, clock.now()));
        changed.fire(new PlacesChanged(aggregate));
    }
}
