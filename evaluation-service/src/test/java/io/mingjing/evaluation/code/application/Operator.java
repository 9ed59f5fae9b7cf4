package io.mingjing.evaluation.code.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import java.util.Set;

/** Somebody of the city's operations. */
record Operator(String subject, String name, Set<Post> posts) implements Actor {

    static final Operator ONE = new Operator("operator-one", "运维（演示）", Set.of(new Post(Role.OPERATIONS, "GY")));

    @Override
    public Post postFor(String unit, Role... roles) {
        throw new UnsupportedOperationException("the city's posts are looked up otherwise");
    }

    @Override
    public boolean may(String unit, Role... roles) {
        return false;
    }
}
