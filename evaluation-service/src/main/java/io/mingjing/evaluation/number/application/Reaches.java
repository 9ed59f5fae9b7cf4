package io.mingjing.evaluation.number.application;

import io.mingjing.evaluation.number.domain.Reach;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import java.util.List;
import java.util.Set;

/** How far somebody's posts reach into the published figures. */
public final class Reaches {

    private static final Set<Role> CITY_SIDE = Set.of(Role.CITY_OFFICE, Role.OVERSIGHT);
    private static final Set<Role> RATED_SIDE = Set.of(
            Role.CLERK,
            Role.SECTION,
            Role.SECTION_HEAD,
            Role.LIAISON,
            Role.COORDINATOR,
            Role.LEADER_IN_CHARGE,
            Role.PRINCIPAL_LEADER,
            Role.UNIT_ADMIN);

    private Reaches() {}

    /** City-wide for the city side's posts of the city; at a bureau the same roles reach that bureau, as all others do. */
    public static Reach of(Actor actor, CityPosts city) {
        if (city.heldBy(actor, CITY_SIDE).isPresent()) {
            return new Reach.Everything();
        }
        List<String> units = actor.posts().stream()
                .filter(post -> RATED_SIDE.contains(post.role()) || CITY_SIDE.contains(post.role()))
                .map(Post::unit)
                .distinct()
                .toList();
        return new Reach.Units(units);
    }
}
