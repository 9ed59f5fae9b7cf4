package io.mingjing.kernel.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may read {@code /q/metrics}: a bearer token with a post of the city's operations (系统运维); the same role at a bureau
 * belongs to the rated side. A counter that anybody can poll tells a clerk the second in which a visitor rated, however
 * little the counter itself names.
 */
@ApplicationScoped
class OperationsOnly implements HttpSecurityPolicy {

    private final UnitTree units;

    OperationsOnly(UnitTree units) {
        this.units = units;
    }

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> caller, AuthorizationRequestContext context) {
        // The tree of units lies in the database.
        return context.runBlocking(
                request, caller, (any, identity) -> operates(identity) ? CheckResult.PERMIT : CheckResult.DENY);
    }

    private boolean operates(SecurityIdentity identity) {
        return !identity.isAnonymous()
                && SignedInActor.postsOf(identity).stream()
                        .anyMatch(post -> post.role() == Role.OPERATIONS && units.isCity(post.unit()));
    }
}
