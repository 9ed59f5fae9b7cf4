package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.rectification.domain.Party;
import io.mingjing.task.rectification.domain.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a person is to a task, from the posts of the token and the tree of units. */
@ApplicationScoped
public class Standings {

    private static final Role[] STAFF = {Role.SECTION_HEAD, Role.SECTION};
    private static final Role[] READERS = {Role.OVERSIGHT, Role.UNIT_ADMIN, Role.LIAISON};

    public Standing of(Actor actor, Task task) {
        Map<Party, Post> posts = new EnumMap<>(Party.class);
        Optional<Post> coordinator = post(actor, task.bureau(), Role.COORDINATOR);
        coordinator.ifPresent(post -> posts.put(Party.COORDINATOR, post));
        Optional<Post> lead = task.leads().isEmpty() ? coordinator : staff(actor, task.leads());
        lead.ifPresent(post -> posts.put(Party.LEAD, post));
        staff(actor, task.responsible()).ifPresent(post -> posts.put(Party.RESPONSIBLE, post));
        post(actor, task.bureau(), Role.LEADER_IN_CHARGE).ifPresent(post -> posts.put(Party.LEADER_IN_CHARGE, post));
        post(actor, task.bureau(), Role.PRINCIPAL_LEADER).ifPresent(post -> posts.put(Party.PRINCIPAL_LEADER, post));
        post(actor, task.bureau(), Role.INTEGRATION)
                .or(() -> post(actor, task.bureau(), READERS))
                .or(() -> liaison(actor, task))
                .or(() -> cityOffice(actor))
                .ifPresent(post -> posts.put(Party.READER, post));
        return new Standing(posts);
    }

    private static Optional<Post> staff(Actor actor, List<String> units) {
        return actor.hasRole(STAFF)
                ? units.stream()
                        .flatMap(unit -> post(actor, unit, STAFF).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The liaison officer (联络员) of a unit that has a part in the task reads it. */
    private static Optional<Post> liaison(Actor actor, Task task) {
        return actor.hasRole(Role.LIAISON)
                ? Stream.concat(task.leads().stream(), task.responsible().stream())
                        .flatMap(unit -> post(actor, unit, Role.LIAISON).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The city office stands beside the bureaus in the tree, not above them, and reads them all. */
    private static Optional<Post> cityOffice(Actor actor) {
        return actor.posts().stream()
                .filter(post -> post.role() == Role.CITY_OFFICE)
                .findFirst();
    }

    private static Optional<Post> post(Actor actor, String unit, Role... roles) {
        return actor.hasRole(roles) && actor.may(unit, roles)
                ? Optional.of(actor.postFor(unit, roles))
                : Optional.empty();
    }
}
