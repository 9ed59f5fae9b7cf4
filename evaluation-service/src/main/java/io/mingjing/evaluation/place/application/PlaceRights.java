package io.mingjing.evaluation.place.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may register places: the city office and operations everywhere, if their post is one of the city; a unit's
 * administrator and a neighbouring system within the reach of their post, and what belongs to no unit only from the root
 * of the tree. Whether a window has an independent feed is the city's to say: it lowers the gate, so the rated side must
 * not say it of itself (anonymity rule K3).
 */
@ApplicationScoped
class PlaceRights {

    private static final Set<Role> EVERYWHERE = Set.of(Role.CITY_OFFICE, Role.OPERATIONS);
    private static final Set<Role> WITHIN = Set.of(Role.INTEGRATION, Role.UNIT_ADMIN);

    private static final Set<Role> VOUCHING = Set.of(Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION);

    private final Units units;
    private final CityPosts city;

    PlaceRights(Units units, CityPosts city) {
        this.units = units;
        this.city = city;
    }

    /** Whether the actor may say that visits of a window are confirmed independently of its clerk. */
    boolean mayNameFeed(Actor actor) {
        return city.heldBy(actor, VOUCHING).isPresent();
    }

    /**
     * The post under which the actor may register something of a unit.
     *
     * @throws io.mingjing.kernel.http.ProblemException forbidden, when there is none
     */
    Post postFor(Actor actor, @Nullable String unit) {
        Optional<Post> wide = actor.posts().stream()
                .filter(post ->
                        (EVERYWHERE.contains(post.role()) && city.isOne(post)) || (unit == null && atRoot(post)))
                .findFirst();
        if (wide.isPresent()) {
            return wide.get();
        }
        // No unit is covered by nobody: the refusal is the same as for another's unit.
        return actor.postFor(unit == null ? "" : unit, WITHIN.toArray(Role[]::new));
    }

    private boolean atRoot(Post post) {
        return WITHIN.contains(post.role())
                && units.find(post.unit()).filter(unit -> unit.parent() == null).isPresent();
    }
}
