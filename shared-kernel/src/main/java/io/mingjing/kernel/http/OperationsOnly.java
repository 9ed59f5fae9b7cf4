package io.mingjing.kernel.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may read {@code /q/metrics}: a bearer token with a post of operations (系统运维). A counter that anybody can poll
 * tells a clerk the second in which a visitor rated, however little the counter itself names.
 */
@ApplicationScoped
class OperationsOnly implements HttpSecurityPolicy {

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> caller, AuthorizationRequestContext context) {
        return caller.map(identity -> {
            boolean operations = !identity.isAnonymous()
                    && SignedInActor.postsOf(identity).stream().anyMatch(post -> post.role() == Role.OPERATIONS);
            return operations ? CheckResult.PERMIT : CheckResult.DENY;
        });
    }
}
