package io.mingjing.kernel.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The actor of a request, known once {@link AccessGuard} has let it in; before that, nobody with no posts. */
@RequestScoped
class SignedInActor implements Actor {

    private static final String POSTS = "mingjing_posts";

    private final UnitTree units;
    private String subject = "";
    private String name = "";
    private Set<Post> posts = Set.of();

    SignedInActor(UnitTree units) {
        this.units = units;
    }

    /** Takes over who the token says it is. Entries of the claim that name no role we know count for nothing. */
    void become(SecurityIdentity identity) {
        subject = identity.getPrincipal().getName();
        name = subject;
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            subject = token.getSubject();
            name = firstGiven(token.getClaim("name"), token.getClaim("preferred_username"), subject);
        }
        posts = postsOf(identity);
    }

    /** The posts an identity brings in its claim. */
    static Set<Post> postsOf(SecurityIdentity identity) {
        Object claim = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(POSTS)
                : identity.getAttribute(POSTS);
        return parse(claim);
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Post> posts() {
        return posts;
    }

    @Override
    public Post postFor(String unit, Role... roles) {
        Post found = find(unit, roles);
        if (found == null) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN, "您的岗位不能对该单位进行此操作", "None of your posts allows this for that unit");
        }
        return found;
    }

    @Override
    public boolean may(String unit, Role... roles) {
        return find(unit, roles) != null;
    }

    private @Nullable Post find(String unit, Role... roles) {
        for (Role role : roles) {
            for (Post post : posts) {
                if (post.role() == role && units.covers(post.unit(), unit)) {
                    return post;
                }
            }
        }
        return null;
    }

    private static Set<Post> parse(@Nullable Object claim) {
        Collection<?> entries = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        Set<Post> found = new LinkedHashSet<>();
        for (Object entry : entries) {
            Post.parse(entry instanceof JsonString text ? text.getString() : entry.toString())
                    .ifPresent(found::add);
        }
        return found;
    }

    private static String firstGiven(@Nullable Object first, @Nullable Object second, String otherwise) {
        if (first instanceof String text && !text.isBlank()) {
            return text;
        }
        return second instanceof String text && !text.isBlank() ? text : otherwise;
    }
}
