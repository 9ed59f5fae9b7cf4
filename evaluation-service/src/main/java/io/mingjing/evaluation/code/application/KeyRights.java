package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keys are in the hands of the city's operations; the city's oversight may read which there are. */
@ApplicationScoped
public class KeyRights {

    private final CityPosts city;

    KeyRights(CityPosts city) {
        this.city = city;
    }

    /** @throws ProblemException forbidden, where the actor has no such post at the city */
    Post toAct(Actor actor) {
        return held(actor, Set.of(Role.OPERATIONS));
    }

    /** @throws ProblemException forbidden, where the actor has no such post at the city */
    public Post toRead(Actor actor) {
        return held(actor, Set.of(Role.OPERATIONS, Role.OVERSIGHT));
    }

    private Post held(Actor actor, Set<Role> roles) {
        return city.heldBy(actor, roles)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "密钥只由市级系统运维办理，市级监督可查看",
                        "Keys are for the city's operations; the city's oversight may read"));
    }
}
