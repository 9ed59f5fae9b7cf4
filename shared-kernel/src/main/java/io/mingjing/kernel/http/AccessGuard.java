package io.mingjing.kernel.http;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in when the rule at its resource method does, and makes the caller its {@link Actor}. A method without
 * {@link AllowedTo} or {@link OpenToAll} is closed to everybody.
 */
class AccessGuard {

    /** What stands at a resource method. */
    private record Rule(boolean open, Set<Role> roles) {

        boolean admits(Actor actor) {
            return actor.posts().stream().anyMatch(post -> roles.contains(post.role()));
        }
    }

    private final CurrentIdentityAssociation identities;
    private final SignedInActor actor;
    private final ConcurrentMap<Method, Rule> rules = new ConcurrentHashMap<>();

    AccessGuard(CurrentIdentityAssociation identities, SignedInActor actor) {
        this.identities = identities;
        this.actor = actor;
    }

    @ServerRequestFilter
    Uni<@Nullable Response> check(jakarta.ws.rs.container.ResourceInfo resource, RoutingContext request) {
        Rule rule = rules.computeIfAbsent(resource.getResourceMethod(), AccessGuard::ruleOf);
        if (rule.open) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .getDeferredIdentity()
                .invoke(identity -> admit(identity, rule, request))
                .replaceWith(() -> null);
    }

    private void admit(SecurityIdentity identity, Rule rule, RoutingContext request) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        // A session is good for pages only: whatever could make a browser call the API with it would be a forgery.
        if (Surface.of(request) != Surface.PAGE && identity.getCredential(IdTokenCredential.class) != null) {
            throw new UnauthorizedException();
        }
        actor.become(identity);
        if (!rule.admits(actor)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "您的岗位无权进行此操作；如需办理，请联系本单位管理员",
                    "None of your posts allows this; ask the administrator of your unit");
        }
    }

    private static Rule ruleOf(Method method) {
        Set<Role> roles = AllowedTo.Rule.at(method)
                .map(allowed -> Set.of(allowed.anyPost() ? Role.values() : allowed.value()))
                .orElse(Set.of());
        return new Rule(method.isAnnotationPresent(OpenToAll.class), roles);
    }
}
