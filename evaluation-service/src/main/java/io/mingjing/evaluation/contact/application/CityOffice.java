package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The post under which somebody works on contacts: one of the city office (市营商办), nobody else's. */
@ApplicationScoped
class CityOffice {

    private final CityPosts city;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CityOffice(CityPosts city, AuditTrail audit, BusinessClock clock) {
        this.city = city;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws ProblemException forbidden, where the actor holds no such post */
    Post entitling(Actor actor) {
        return city.heldBy(actor, Set.of(Role.CITY_OFFICE))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FORBIDDEN,
                        "只有市营商办的岗位可以处理评价人的联系方式",
                        "Only a post of the city office may work on the raters' contacts"));
    }

    /** Appends an act to the trail, in the caller's transaction. */
    void record(Actor actor, Post post, String aggregate, String action, @Nullable String to) {
        audit.append(new AuditTrail.Act(
                aggregate, action, actor.subject(), actor.name(), post.toString(), null, to, null, clock.now()));
    }
}
