package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.domain.ReasonList;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.persistence.ReasonListStore;
import io.mingjing.evaluation.intake.persistence.ScaleStore;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Adds versions of the scale and of the city's reasons. A version begins on a later day and can be
 * written anew until then; what is in force is never changed, so that every rating keeps its meaning.
 */
@ApplicationScoped
public class ScaleRegister {

    private final ScaleStore scales;
    private final ReasonListStore lists;
    private final CityPosts city;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final Event<Scales.Changed> changed;

    ScaleRegister(
            ScaleStore scales,
            ReasonListStore lists,
            CityPosts city,
            AuditTrail trail,
            BusinessClock clock,
            Event<Scales.Changed> changed) {
        this.scales = scales;
        this.lists = lists;
        this.city = city;
        this.trail = trail;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * A version of the national scale, as a document of the nation or the province sets it.
     *
     * @throws ProblemException 403 outside the city's posts, 409 for a version in force, 422 with every fault
     */
    @Transactional
    public Scale scale(Actor actor, Scale scale, String name, String basis) {
        Post post = post(actor);
        List<Scale> known = scales.all();
        mayBegin(known, Scale::version, Scale::fromDay, scale.version(), scale.fromDay());
        ScaleRules.check(scale, known, lists.all());
        scales.put(scale, name, basis);
        keep(actor, post, "scale:" + scale.version(), "SCALE_WRITTEN", scale.fromDay(), name + " · " + basis);
        return scale;
    }

    /**
     * A version of the city's own reasons.
     *
     * @throws ProblemException 403 outside the city's posts, 409 for a version in force, 422 with every fault
     */
    @Transactional
    public ReasonList reasons(Actor actor, ReasonList list) {
        Post post = post(actor);
        List<ReasonList> known = lists.all();
        mayBegin(known, ReasonList::version, ReasonList::fromDay, list.version(), list.fromDay());
        ScaleRules.check(list, known, scales.all());
        lists.put(list);
        keep(actor, post, "reasons:" + list.version(), "REASONS_WRITTEN", list.fromDay(), list.name());
        return list;
    }

    private Post post(Actor actor) {
        return city.heldBy(actor, Set.of(Role.CITY_OFFICE, Role.OPERATIONS))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "只有市营商办或市级运维岗位可以设置评价等级和原因",
                        "Only posts of the city office or the city's operations may set scales and reasons"));
    }

    /** The newest version may be written anew until its day; the next one follows it by number and by day. */
    private <T> void mayBegin(
            List<T> known, ToIntFunction<T> version, Function<T, LocalDate> fromDay, int number, LocalDate from) {
        LocalDate today = clock.today();
        T newest = known.getFirst();
        boolean anew = number == version.applyAsInt(newest);
        if ((!anew && number != version.applyAsInt(newest) + 1)
                || (anew && !fromDay.apply(newest).isAfter(today))) {
            throw EvaluationProblem.VERSION_IN_FORCE.because(
                    "第 " + number + " 版已生效或不是下一版；下一版是第 " + (version.applyAsInt(newest) + 1) + " 版",
                    "Version " + number + " is in force or not the next one, which is "
                            + (version.applyAsInt(newest) + 1));
        }
        LocalDate before = anew && known.size() > 1 ? fromDay.apply(known.get(1)) : fromDay.apply(newest);
        if (!from.isAfter(today) || (!anew && !from.isAfter(before))) {
            throw EvaluationProblem.NOT_A_SCALE.because(
                    "生效日期须晚于今天（" + today + "）和上一版的生效日期（" + before + "）：已发生的评价按当时的版本",
                    "A version begins after today (" + today + ") and after the one before (" + before
                            + "): ratings keep the version of their day");
        }
    }

    private void keep(Actor actor, Post post, String aggregate, String action, LocalDate from, String what) {
        trail.append(new AuditTrail.Act(
                aggregate,
                action,
                actor.subject(),
                actor.name(),
                post.toString(),
                null,
                from.toString(),
                what,
                clock.now()));
        changed.fire(new Scales.Changed(0));
    }
}
