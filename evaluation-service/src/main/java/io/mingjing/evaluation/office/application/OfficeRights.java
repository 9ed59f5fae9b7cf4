package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Who may do what here (anonymity §5): posts of the city or its office only. The same roles at a bureau, like its own 纪检,
 * belong to the rated side.
 */
@ApplicationScoped
public class OfficeRights {

    /**
     * What of the published lines somebody may read.
     *
     * @param everything whether it is the city side
     * @param units otherwise units whose own and lower lines may be read
     */
    public record Reach(boolean everything, List<String> units) {

        public Reach {
            units = List.copyOf(units);
        }
    }

    private static final Set<Role> CITY_SIDE = Set.of(Role.CITY_OFFICE, Role.OVERSIGHT);
    private static final Set<Role> OTHERS = Set.of(Role.OPERATIONS, Role.DISCIPLINE, Role.INTEGRATION, Role.NOTICES);

    private final CityPosts city;

    OfficeRights(CityPosts city) {
        this.city = city;
    }

    /** @throws ProblemException forbidden for everybody but the city office */
    Post office(Actor actor) {
        return of(actor, Set.of(Role.CITY_OFFICE), "只有市营商办的岗位可以办理", "Only a post of the city office may do this");
    }

    /** Whether somebody may work here, and not only read. */
    public boolean isOffice(Actor actor) {
        return city.heldBy(actor, Set.of(Role.CITY_OFFICE)).isPresent();
    }

    /** @throws ProblemException forbidden for everybody but the city office and the city's oversight */
    Post officeOrOversight(Actor actor) {
        return of(actor, CITY_SIDE, "只对市营商办和市级监督的岗位开放", "Only for posts of the city office and the city's oversight");
    }

    /** Whether somebody may work integrity matters, and not only read them. */
    public boolean isDiscipline(Actor actor) {
        return city.heldBy(actor, Set.of(Role.DISCIPLINE)).isPresent();
    }

    /** @throws ProblemException forbidden for everybody but the city's discipline */
    Post discipline(Actor actor) {
        return of(actor, Set.of(Role.DISCIPLINE), "只有市纪检的岗位可以办理", "Only a post of the city's discipline may do this");
    }

    /** @throws ProblemException forbidden for everybody but the city's discipline and oversight */
    Post disciplineOrOversight(Actor actor) {
        return of(
                actor,
                Set.of(Role.DISCIPLINE, Role.OVERSIGHT),
                "只对市纪检和市级监督的岗位开放",
                "Only for posts of the city's discipline and oversight");
    }

    /** What of the published lines somebody may read. */
    Reach reach(Actor actor) {
        if (city.heldBy(actor, CITY_SIDE).isPresent()) {
            return new Reach(true, List.of());
        }
        return new Reach(
                false,
                actor.posts().stream()
                        .filter(post -> !OTHERS.contains(post.role()))
                        .map(Post::unit)
                        .distinct()
                        .toList());
    }

    private Post of(Actor actor, Set<Role> roles, String zh, String en) {
        return city.heldBy(actor, roles).orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN, zh, en));
    }
}
