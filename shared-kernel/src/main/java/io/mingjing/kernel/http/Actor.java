package io.mingjing.kernel.http;

import java.util.Set;

/**
 * Who acts: the signed-in person or the neighbouring system, with the posts of the claim {@code mingjing_posts}, the only
 * authority for access. A request-scoped bean; a use case takes it as a parameter.
 */
public interface Actor {

    /** OIDC subject; two people are two subjects. */
    String subject();

    /** Name for the trail. */
    String name();

    Set<Post> posts();

    /**
     * The post under which the actor may do something to a unit: one with one of the roles at that unit or above it.
     *
     * @throws ProblemException forbidden, when there is none
     */
    Post postFor(String unit, Role... roles);

    /** Whether {@link #postFor} would find one. */
    boolean may(String unit, Role... roles);

    /** Whether the actor holds one of the roles anywhere. */
    default boolean hasRole(Role... roles) {
        Set<Role> wanted = Set.of(roles);
        return posts().stream().anyMatch(post -> wanted.contains(post.role()));
    }
}
