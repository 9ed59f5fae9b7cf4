package io.mingjing.task.rectification.application;

import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.rectification.domain.Party;
import io.mingjing.task.rectification.domain.TaskState;
import java.util.Map;
import java.util.Set;

/**
 * What a person is to one task.
 *
 * @param posts each part with the post that gives it
 */
public record Standing(Map<Party, Post> posts) {

    public Standing {
        posts = Map.copyOf(posts);
    }

    public Set<Party> parties() {
        return posts.keySet();
    }

    /** Whether the person may see the task: a draft is the coordinator's and the neighbouring system's that brings plans in. */
    public boolean mayRead(TaskState state) {
        return state == TaskState.DRAFT ? posts.containsKey(Party.COORDINATOR) || bringsPlansIn() : !posts.isEmpty();
    }

    private boolean bringsPlansIn() {
        Post reader = posts.get(Party.READER);
        return reader != null && reader.role() == Role.INTEGRATION;
    }

    /** The post an act was done under. */
    Post postAs(Set<Party> allowed) {
        return allowed.stream().sorted().map(posts::get).findFirst().orElseThrow();
    }
}
