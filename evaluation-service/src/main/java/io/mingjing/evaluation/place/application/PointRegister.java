package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.application.PlaceRequests.PointRequest;
import io.mingjing.evaluation.place.domain.RatingPoint;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.evaluation.place.persistence.RatingPointRepository;
import io.mingjing.evaluation.place.persistence.ServiceWindowRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Registers rating points (评价点) under their official codes; rights as for windows. */
@ApplicationScoped
public class PointRegister {

    private final RatingPointRepository points;
    private final ServiceWindowRepository windows;
    private final HallRepository halls;
    private final Units units;
    private final PlaceRights rights;
    private final Registrations registrations;

    PointRegister(
            RatingPointRepository points,
            ServiceWindowRepository windows,
            HallRepository halls,
            Units units,
            PlaceRights rights,
            Registrations registrations) {
        this.points = points;
        this.windows = windows;
        this.halls = halls;
        this.units = units;
        this.rights = rights;
        this.registrations = registrations;
    }

    /**
     * @throws io.mingjing.kernel.http.ProblemException 422 for an unknown hall or unit, a kind that does not fit, or an
     *     owner's day not ahead; 409 for a window's code
     */
    @Transactional
    public RatingPoint register(Actor actor, String code, PointRequest request) {
        units.required("ownerUnit", request.ownerUnit());
        Post post = rights.postFor(actor, request.ownerUnit());
        checkPlace(request.kind(), request.hall());
        if (windows.findById(code) != null) {
            throw EvaluationProblem.PLACE_CODE_TAKEN.because(
                    "编码 " + code + " 已用于窗口，请换一个", "The code " + code + " is a window's; choose another");
        }
        RatingPoint found = points.findById(code);
        RatingPoint known = found == null
                ? new RatingPoint(
                        code,
                        registrations.drawNumber(),
                        request.kind(),
                        request.name(),
                        request.hall(),
                        request.ownerUnit())
                : found;
        if (found == null) {
            points.persist(known);
        } else {
            rights.postFor(actor, known.lastOwner());
            if (known.kind() != request.kind()) {
                throw EvaluationProblem.POINT_KIND.at(
                        "kind",
                        "评价点 " + code + " 已登记为" + known.kind().zh() + "，类别不能更改，请用新编码登记",
                        "the point is registered as a " + known.kind().en()
                                + "; its kind stays, register under a new code");
            }
            known.describe(request.name(), request.hall());
            registrations
                    .changeDay(known.lastOwner(), request.ownerUnit(), "ownerFrom", request.ownerFrom())
                    .ifPresent(day -> known.passTo(request.ownerUnit(), day));
        }
        registrations.keep(
                actor, post, "point:" + code, "POINT_REGISTERED", request.name() + " · " + request.ownerUnit());
        return known;
    }

    private void checkPlace(SpotKind kind, @Nullable String hall) {
        if (kind == SpotKind.WINDOW) {
            throw EvaluationProblem.POINT_KIND.at("kind", "窗口请在窗口中登记", "a window is registered among the windows");
        }
        if (hall == null) {
            return;
        }
        if (kind == SpotKind.ONLINE) {
            throw EvaluationProblem.POINT_KIND.at(
                    "hall", "网上评价点不在大厅内，请不填 hall", "an online point is in no hall: leave hall out");
        }
        if (halls.findById(hall) == null) {
            throw EvaluationProblem.UNKNOWN_CODE.at(
                    "hall", "大厅 " + hall + " 未登记，请先登记大厅", "the hall " + hall + " is not registered; register it first");
        }
    }
}
