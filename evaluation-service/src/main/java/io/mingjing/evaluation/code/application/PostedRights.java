package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.application.PostedPlaces.PostedPlace;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Who may post and end place codes: as places are registered, the city office and operations of the city everywhere, a
 * unit's administrator and a neighbouring system within the reach of their post. A code follows its place to a new owner.
 */
@ApplicationScoped
public class PostedRights {

    private static final Set<Role> EVERYWHERE = Set.of(Role.CITY_OFFICE, Role.OPERATIONS);
    private static final Set<Role> READING_EVERYWHERE = Set.of(Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT);
    private static final Set<Role> WITHIN = Set.of(Role.UNIT_ADMIN, Role.INTEGRATION);
    private static final Set<Role> READING_WITHIN = Set.of(Role.UNIT_ADMIN, Role.INTEGRATION, Role.CLERK);

    private final CityPosts city;
    private final PostedPlaces places;
    private final BusinessClock clock;

    PostedRights(CityPosts city, PostedPlaces places, BusinessClock clock) {
        this.city = city;
        this.places = places;
        this.clock = clock;
    }

    /**
     * The post under which the actor may post or end codes of a unit.
     *
     * @throws io.mingjing.kernel.http.ProblemException forbidden, when there is none
     */
    Post postFor(Actor actor, String unit) {
        return city.heldBy(actor, EVERYWHERE).orElseGet(() -> actor.postFor(unit, roles(WITHIN)));
    }

    Post postOver(Actor actor, PostedCode code) {
        return postFor(actor, ownerOf(code));
    }

    /** Whether the actor may end a code. */
    boolean reach(Actor actor, PostedCode code) {
        return city.heldBy(actor, EVERYWHERE).isPresent() || actor.may(ownerOf(code), roles(WITHIN));
    }

    /** Whether the actor may post and end codes of a unit's places; each unit is looked up once. */
    public Predicate<String> acting(Actor actor) {
        if (city.heldBy(actor, EVERYWHERE).isPresent()) {
            return unit -> true;
        }
        Map<String, Boolean> known = new HashMap<>();
        return unit -> known.computeIfAbsent(unit, one -> actor.may(one, roles(WITHIN)));
    }

    /** Whether the actor may read of every code. */
    public boolean readsAll(Actor actor) {
        return city.heldBy(actor, READING_EVERYWHERE).isPresent();
    }

    /**
     * Whether the actor may read of a place's codes, asked by place and by the unit that posted them; each unit is looked
     * up once. A window's clerk may read, so that a fresh print can be hung up.
     */
    public BiPredicate<String, String> reading(Actor actor) {
        if (readsAll(actor)) {
            return (place, postedBy) -> true;
        }
        Map<String, Boolean> known = new HashMap<>();
        return (place, postedBy) ->
                known.computeIfAbsent(ownerOf(place, postedBy), unit -> actor.may(unit, roles(READING_WITHIN)));
    }

    private String ownerOf(PostedCode code) {
        return ownerOf(code.place(), code.ownerUnit());
    }

    /** The unit that owns the place now; of a place that is gone, the one that owned it when the code was posted. */
    private String ownerOf(String place, String postedBy) {
        return places.on(place, clock.today()).map(PostedPlace::ownerUnit).orElse(postedBy);
    }

    private static Role[] roles(Set<Role> some) {
        return some.toArray(Role[]::new);
    }
}
