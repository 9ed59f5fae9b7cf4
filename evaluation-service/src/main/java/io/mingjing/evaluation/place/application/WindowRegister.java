package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.application.PlaceRequests.TurnRequest;
import io.mingjing.evaluation.place.application.PlaceRequests.WindowRequest;
import io.mingjing.evaluation.place.domain.ServiceWindow;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.evaluation.place.persistence.RatingPointRepository;
import io.mingjing.evaluation.place.persistence.ServiceWindowRepository;
import io.mingjing.evaluation.place.persistence.TurnStore;
import io.mingjing.evaluation.place.persistence.TurnStore.Turn;
import io.mingjing.evaluation.place.persistence.WindowStaffRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** Registers windows (窗口) under their official codes, and who staffs them from which day on. */
@ApplicationScoped
public class WindowRegister {

    private final ServiceWindowRepository windows;
    private final HallRepository halls;
    private final RatingPointRepository points;
    private final WindowStaffRepository staff;
    private final TurnStore turns;
    private final Units units;
    private final PlaceRights rights;
    private final Registrations registrations;
    private final BusinessClock clock;

    WindowRegister(
            ServiceWindowRepository windows,
            HallRepository halls,
            RatingPointRepository points,
            WindowStaffRepository staff,
            TurnStore turns,
            Units units,
            PlaceRights rights,
            Registrations registrations,
            BusinessClock clock) {
        this.windows = windows;
        this.halls = halls;
        this.points = points;
        this.staff = staff;
        this.turns = turns;
        this.units = units;
        this.rights = rights;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** @throws ProblemException 422 for an unknown hall or unit, or an owner's day not ahead; 409 for a point's code */
    @Transactional
    public ServiceWindow register(Actor actor, String code, WindowRequest request) {
        units.required("ownerUnit", request.ownerUnit());
        Post post = rights.postFor(actor, request.ownerUnit());
        if (halls.findById(request.hall()) == null) {
            throw EvaluationProblem.UNKNOWN_CODE.at(
                    "hall",
                    "大厅 " + request.hall() + " 未登记，请先登记大厅",
                    "the hall " + request.hall() + " is not registered; register it first");
        }
        if (points.findById(code) != null) {
            throw EvaluationProblem.PLACE_CODE_TAKEN.because(
                    "编码 " + code + " 已用于另一评价点，请换一个", "The code " + code + " is a rating point's; choose another");
        }
        ServiceWindow found = windows.findById(code);
        boolean feed = rights.mayNameFeed(actor) ? request.feed() : found != null && found.feed();
        ServiceWindow known = found == null
                ? new ServiceWindow(
                        code, registrations.drawNumber(), request.name(), request.hall(), feed, request.ownerUnit())
                : found;
        if (found == null) {
            windows.persist(known);
        } else {
            rights.postFor(actor, known.lastOwner());
            known.describe(request.name(), request.hall(), feed);
            registrations
                    .changeDay(known.lastOwner(), request.ownerUnit(), "ownerFrom", request.ownerFrom())
                    .ifPresent(day -> known.passTo(request.ownerUnit(), day));
        }
        if (request.showsCard() != null) {
            known.showCard(request.showsCard());
        }
        registrations.keep(
                actor, post, "window:" + code, "WINDOW_REGISTERED", request.name() + " · " + request.ownerUnit());
        return known;
    }

    /**
     * Gives a window to somebody from a day on (轮岗, R-019); what was planned for that day or later is replaced. The day is
     * today or later, for a window without any turn also an earlier one: what visits were told stays so. Repeating the
     * newest turn changes nothing.
     *
     * @return all turns, oldest first
     * @throws ProblemException 404 for an unknown window, 422 for an unknown person or a day that has passed
     */
    @Transactional
    public List<Turn> assign(Actor actor, String code, TurnRequest request) {
        ServiceWindow window = windows.findById(code);
        if (window == null) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "没有登记窗口 " + code, "There is no window " + code);
        }
        Post post = rights.postFor(actor, window.lastOwner());
        String person = request.staff();
        if (person != null && staff.findById(person) == null) {
            throw EvaluationProblem.UNKNOWN_CODE.at(
                    "staff",
                    "窗口人员 " + person + " 未登记，请先登记人员",
                    "nobody is registered as " + person + "; register the person first");
        }
        LocalDate today = clock.today();
        LocalDate from = request.from() == null ? today : request.from();
        Turn turn = new Turn(from, person);
        List<Turn> known = turns.of(code);
        if (!known.isEmpty() && known.getLast().equals(turn)) {
            return known;
        }
        if (from.isBefore(today) && !known.isEmpty()) {
            throw EvaluationProblem.STAFF_TURN.at(
                    "from",
                    "轮岗日期不能早于今天（" + today + "）：以前的办件归当时的人员",
                    "the turn cannot begin before today (" + today + "): earlier visits stay with who was there");
        }
        turns.replaceFrom(code, turn);
        registrations.keep(
                actor, post, "window:" + code, "WINDOW_STAFFED", (person == null ? "—" : person) + " · " + from);
        return turns.of(code);
    }
}
