package io.mingjing.evaluation.intake.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * Spares the rater's paths the preparations for a sign-in that fails: where metrics are collected, Quarkus (3.34) builds
 * its whole map of paths anew for each request, so that a refused sign-in could be counted under its path. On these paths
 * nobody signs in, and nothing is counted by path.
 */
@ApplicationScoped
class NobodySignsIn {

    /** The authentication's own: of two with the same the one that an application registers comes later. */
    private static final int RIGHT_AFTER_AUTHENTICATION = 200;

    private static final String PATH = "/r";
    private static final BiConsumer<RoutingContext, Throwable> FAIL = RoutingContext::fail;

    void stand(@Observes Filters filters) {
        filters.register(NobodySignsIn::spare, RIGHT_AFTER_AUTHENTICATION);
    }

    private static void spare(RoutingContext request) {
        String path = request.request().path();
        if (path != null && (path.equals(PATH) || path.startsWith(PATH + "/"))) {
            request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
        }
        request.next();
    }
}
