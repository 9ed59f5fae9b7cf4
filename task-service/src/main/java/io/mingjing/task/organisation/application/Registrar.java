package io.mingjing.task.organisation.application;

import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes who changed the organisation. Its changes come from operations and neighbouring systems, whose posts are not
 * bound to a place in the tree: the first unit is recorded before there is a tree.
 */
@ApplicationScoped
class Registrar {

    private static final Set<Role> ROLES = Set.of(Role.OPERATIONS, Role.INTEGRATION, Role.UNIT_ADMIN);

    private final AuditTrail trail;

    Registrar(AuditTrail trail) {
        this.trail = trail;
    }

    /** Appends the act and answers its sequence. */
    long note(Actor actor, String aggregate, String action, @Nullable String from, @Nullable String to, Instant at) {
        String post = actor.posts().stream()
                .filter(held -> ROLES.contains(held.role()))
                .map(Post::toString)
                .sorted()
                .findFirst()
                .orElse(null);
        return trail.append(
                new AuditTrail.Act(aggregate, action, actor.subject(), actor.name(), post, from, to, null, at));
    }
}
