package io.mingjing.evaluation.place.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Posts that act for the city. A role of the city side reaches that far only at the city itself or at its office: the
 * same role at a bureau belongs to the rated side, like the bureau's own 纪检.
 */
@ApplicationScoped
public class CityPosts {

    private final Units units;

    CityPosts(Units units) {
        this.units = units;
    }

    /** Whether the post is one of the city or its office; a unit that is not known here is neither. */
    public boolean isOne(Post post) {
        return units.isCity(post.unit());
    }

    /** A post of the city that the actor holds with one of the roles. */
    public Optional<Post> heldBy(Actor actor, Set<Role> roles) {
        return actor.posts().stream()
                .filter(post -> roles.contains(post.role()) && isOne(post))
                .findFirst();
    }
}
