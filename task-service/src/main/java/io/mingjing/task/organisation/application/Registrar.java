package io.mingjing.task.organisation.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.organisation.persistence.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules and writes who changes the organisation: operations, neighbouring systems and unit administrators, each at or
 * below the unit of the post. The first unit is recorded before there is a tree.
 */
@ApplicationScoped
class Registrar {

    private static final Role[] ROLES = {Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN};

    private final UnitRepository units;
    private final AuditTrail trail;

    Registrar(UnitRepository units, AuditTrail trail) {
        this.units = units;
        this.trail = trail;
    }

    /**
     * The post under which somebody changes what is at a unit.
     *
     * @param unit the unit, or the one above it while it is not on record
     * @throws io.mingjing.kernel.http.ProblemException forbidden, once there is a tree that the actor's posts do not reach
     */
    Post postAt(String unit, Actor actor) {
        if (units.count() > 0) {
            return actor.postFor(unit, ROLES);
        }
        return actor.posts().stream()
                .filter(held -> Set.of(ROLES).contains(held.role()))
                .min(Comparator.comparing(Post::toString))
                .orElseThrow();
    }

    /** Appends the act and answers its sequence. */
    long note(
            Actor actor,
            Post as,
            String aggregate,
            String action,
            @Nullable String from,
            @Nullable String to,
            Instant at) {
        return trail.append(new AuditTrail.Act(
                aggregate, action, actor.subject(), actor.name(), as.toString(), from, to, null, at));
    }
}
