package io.mingjing.task.organisation.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.organisation.persistence.SqlUnitTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How far a person's posts reach, for lists. What a person may do to one thing is ruled at the thing itself. */
@ApplicationScoped
public class Reach {

    private static final Set<Role> STEER = EnumSet.of(
            Role.COORDINATOR,
            Role.LEADER_IN_CHARGE,
            Role.PRINCIPAL_LEADER,
            Role.OVERSIGHT,
            Role.INTEGRATION,
            Role.LIAISON,
            Role.UNIT_ADMIN);
    private static final Set<Role> STAFF = EnumSet.of(Role.SECTION, Role.SECTION_HEAD, Role.LIAISON);

    /**
     * What a person sees in lists.
     *
     * @param everything the city office sees all
     * @param steered units whose business the person steers or oversees, with all below
     * @param staffed units whose own work the person does, with all below
     */
    public record Scope(boolean everything, List<String> steered, List<String> staffed) {

        public Scope {
            steered = List.copyOf(steered);
            staffed = List.copyOf(staffed);
        }
    }

    private final SqlUnitTree tree;

    Reach(SqlUnitTree tree) {
        this.tree = tree;
    }

    public Scope of(Actor actor) {
        return new Scope(
                actor.hasRole(Role.CITY_OFFICE), tree.below(units(actor, STEER)), tree.below(units(actor, STAFF)));
    }

    /** The bureaus of the city, by code. */
    public List<String> bureaus() {
        return tree.bureaus();
    }

    /** A unit and all below it; empty for a unit nobody knows. */
    public List<String> below(String unit) {
        return tree.below(List.of(unit));
    }

    /** The units of posts with these roles, with all below. */
    public List<String> below(Actor actor, Role... roles) {
        return tree.below(units(actor, Set.of(roles)));
    }

    private static List<String> units(Actor actor, Set<Role> roles) {
        return actor.posts().stream()
                .filter(post -> roles.contains(post.role()))
                .map(Post::unit)
                .distinct()
                .toList();
    }
}
