package io.mingjing.task;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person with posts, for use cases that are called without a request. */
public record PostHolder(String subject, String name, Set<Post> posts) implements Actor {

    public static PostHolder of(String subject, String... posts) {
        return new PostHolder(
                subject,
                subject + "（演示）",
                Arrays.stream(posts).map(Post::parse).map(Optional::orElseThrow).collect(Collectors.toSet()));
    }

    @Override
    public Post postFor(String unit, Role... roles) {
        return posts.stream()
                .filter(post -> post.unit().equals(unit) && List.of(roles).contains(post.role()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN, "无权", "Not allowed"));
    }

    @Override
    public boolean may(String unit, Role... roles) {
        return posts.stream()
                .anyMatch(post -> post.unit().equals(unit) && List.of(roles).contains(post.role()));
    }
}
