package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all registrations have in common: numbers, the day from which a change holds, and the trail. */
@ApplicationScoped
class Registrations {

    private final AuditTrail trail;
    private final BusinessClock clock;
    private final Ids ids;
    private final Event<PlacesChanged> changed;

    Registrations(AuditTrail trail, BusinessClock clock, Ids ids, Event<PlacesChanged> changed) {
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
        this.changed = changed;
    }

    /** A number that codes carry: random, so that it tells nothing of order; taken once by the unique index. */
    int drawNumber() {
        return (int) (ids.next().getMostSignificantBits() >>> 33);
    }

    /**
     * The day from which something passes to another unit; empty where it stays.
     *
     * @param field field of the request that names the day
     * @param from null for tomorrow
     * @throws io.mingjing.kernel.http.ProblemException 422 for a day that is not ahead: what happened stays where it is
     */
    Optional<LocalDate> changeDay(@Nullable String last, String wanted, String field, @Nullable LocalDate from) {
        if (wanted.equals(last)) {
            return Optional.empty();
        }
        LocalDate today = clock.today();
        LocalDate day = from == null ? today.plusDays(1) : from;
        if (!day.isAfter(today)) {
            throw EvaluationProblem.OWNER_CHANGE.at(
                    field,
                    field + " 须晚于今天（" + today + "）：已发生的办件和评价归原单位",
                    field + " must be after today (" + today
                            + "): visits and ratings that happened stay where they are");
        }
        return Optional.of(day);
    }

    void keep(Actor actor, Post post, String aggregate, String action, String value) {
        trail.append(new AuditTrail.Act(
                aggregate, action, actor.subject(), actor.name(), post.toString(), null, value, null, clock.now()));
        changed.fire(new PlacesChanged(aggregate));
    }
}
