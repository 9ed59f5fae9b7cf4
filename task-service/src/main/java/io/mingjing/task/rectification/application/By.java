package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.task.clock.domain.ActedBy;
import org.jspecify.annotations.Nullable;

/** Who did something to a task, for the trail and the clock: a person under a post, or the system. */
public record By(String subject, String name, @Nullable String post) {

    /** The system itself: a leaf opened the task. */
    public static final By SYSTEM = new By("system", "系统", null);

    public static By of(Actor actor, Post post) {
        return new By(actor.subject(), actor.name(), post.toString());
    }

    ActedBy acted() {
        return new ActedBy(subject, name, post);
    }
}
