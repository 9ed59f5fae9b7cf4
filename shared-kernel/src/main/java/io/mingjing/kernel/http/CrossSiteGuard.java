package io.mingjing.kernel.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes forms only from our own pages. A page path acts on the session cookie, so an unsafe request needs
 * {@code Sec-Fetch-Site: same-origin} or an {@code Origin} of ours (a page of one service may post to another). The API
 * acts on bearer tokens and the rater's paths on nothing, so neither can be forged.
 */
@ApplicationScoped
class CrossSiteGuard {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Set<String> origins;

    CrossSiteGuard(WebAddresses addresses) {
        this.origins = addresses.origins();
    }

    @Nullable
    ProblemException refusal(RoutingContext request) {
        if (SAFE.contains(request.request().method()) || Surface.of(request) != Surface.PAGE) {
            return null;
        }
        String origin = request.request().getHeader("Origin");
        boolean ours = "same-origin".equals(request.request().getHeader("Sec-Fetch-Site"))
                || (origin != null && origins.contains(origin));
        return ours
                ? null
                : new ProblemException(
                        CommonProblem.CROSS_SITE,
                        "该请求不是从本系统的页面发出的，未予办理",
                        "This request did not come from a page of this system; nothing was done");
    }
}
