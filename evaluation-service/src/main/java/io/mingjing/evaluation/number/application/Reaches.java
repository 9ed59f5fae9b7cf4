package io.mingjing.evaluation.number.application;

import io.mingjing.evaluation.number.domain.Reach;
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

    static boolean ofCitySide(Post post) {
        return CITY_SIDE.contains(post.role());
    }

    public static Reach of(Actor actor) {
        if (actor.posts().stream().anyMatch(Reaches::ofCitySide)) {
            return new Reach.Everything();
        }
        List<String> units = actor.posts().stream()
                .filter(post -> RATED_SIDE.contains(post.role()))
                .map(Post::unit)
                .distinct()
                .toList();
        return new Reach.Units(units);
    }
}
