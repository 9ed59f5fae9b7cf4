package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.application.PlaceRequests.HallRequest;
import io.mingjing.evaluation.place.domain.Hall;
import io.mingjing.evaluation.place.domain.HallLevel;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registers halls (大厅) under their official codes; a second registration describes them anew. */
@ApplicationScoped
public class HallRegister {

    private final HallRepository halls;
    private final Units units;
    private final PlaceRights rights;
    private final Registrations registrations;

    HallRegister(HallRepository halls, Units units, PlaceRights rights, Registrations registrations) {
        this.halls = halls;
        this.units = units;
        this.rights = rights;
        this.registrations = registrations;
    }

    /**
     * @throws io.mingjing.kernel.http.ProblemException 422 for an unknown unit or parent, or a level that does not fit
     *     below the parent or above the halls that lie below this one
     */
    @Transactional
    public Hall register(Actor actor, String code, HallRequest request) {
        if (request.unit() != null) {
            units.required("unit", request.unit());
        }
        Post post = rights.postFor(actor, request.unit());
        HallLevel level = request.level() == null ? HallLevel.COUNTY : request.level();
        // Both rows stay locked, so that neither's level changes while the other is fitted to it.
        Map<String, Hall> locked =
                halls
                        .lock(Stream.of(code, request.parent())
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Hall::code, Function.identity()));
        Hall known = locked.get(code);
        if (known != null) {
            rights.postFor(actor, known.unit());
        }
        checkAbove(code, level, request.parent(), locked);
        checkBelow(code, level);
        Hall.Details details =
                new Hall.Details(request.name(), request.unit(), level, request.parent(), request.region());
        if (known == null) {
            known = new Hall(code, details);
            halls.persist(known);
        } else {
            known.describe(details);
        }
        registrations.keep(actor, post, "hall:" + code, "HALL_REGISTERED", request.name());
        return known;
    }

    private static void checkAbove(String code, HallLevel level, @Nullable String parent, Map<String, Hall> halls) {
        if (level == HallLevel.COUNTY) {
            if (parent != null) {
                throw EvaluationProblem.HALL_TREE.at(
                        "parent", "县级大厅没有上级大厅，请不填 parent", "a county hall has none above it: leave parent out");
            }
            return;
        }
        if (parent == null) {
            throw EvaluationProblem.HALL_TREE.at(
                    "parent",
                    "请填写上级大厅：" + level.zh() + "须在更高一级大厅之下",
                    "give the hall above: this level lies below a higher one");
        }
        Hall above = parent.equals(code) ? null : halls.get(parent);
        if (above == null) {
            throw EvaluationProblem.UNKNOWN_CODE.at(
                    "parent",
                    "上级大厅 " + parent + " 未登记，请先登记上级大厅",
                    "the hall " + parent + " above is not registered; register it first");
        }
        if (!level.mayLieBelow(above.level())) {
            throw EvaluationProblem.HALL_TREE.at(
                    "level",
                    level.zh() + "不能设在" + above.level().zh() + "之下",
                    "a " + level.en() + " cannot lie below a " + above.level().en());
        }
    }

    private void checkBelow(String code, HallLevel level) {
        List<Hall> misfits = halls.below(code).stream()
                .filter(below -> !below.level().mayLieBelow(level))
                .toList();
        if (!misfits.isEmpty()) {
            Hall first = misfits.getFirst();
            throw EvaluationProblem.HALL_TREE.at(
                    "level",
                    "其下还有" + first.level().zh() + " " + first.code() + "，请先调整下级大厅",
                    "the " + first.level().en() + " " + first.code() + " lies below it; change that one first");
        }
    }
}
