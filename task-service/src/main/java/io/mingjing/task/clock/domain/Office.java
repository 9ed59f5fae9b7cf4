package io.mingjing.task.clock.domain;

import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import java.util.Set;

/** An office that hears of a rung: a role at a unit, whoever holds it then. */
public record Office(Role role, String unit) {

    boolean heldBy(Set<Post> posts) {
        return posts.contains(new Post(role, unit));
    }
}
