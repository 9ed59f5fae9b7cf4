package io.mingjing.kernel.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The headers that keep a page to itself. A resource method that sets one of them means it, and keeps its own. */
@ApplicationScoped
class SecurityHeaders {

    /** The interactive API documentation brings scripts and styles inside its page. */
    private static final String DOCUMENTATION =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    /** One self-contained document: styles inside it, no script, nothing loaded from anywhere. */
    private static final String RATER =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private final String pages;

    /**
     * Forms of our pages may go to another of our services, and, where a session has ended, on to the issuer: browsers
     * hold the redirect against the form's policy.
     */
    SecurityHeaders(WebAddresses addresses, @ConfigProperty(name = "mingjing.oidc.issuer") URI issuer) {
        String targets = Stream.concat(addresses.origins().stream(), Stream.of(WebAddresses.origin(issuer)))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(" "));
        this.pages = "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none';"
                + " base-uri 'none'; form-action 'self' " + targets;
    }

    void addTo(RoutingContext request) {
        Surface surface = Surface.of(request);
        boolean documentation =
                surface == Surface.OTHER && Surface.path(request).startsWith("/q/");
        String policy = documentation ? DOCUMENTATION : surface == Surface.RATER ? RATER : pages;
        Map<String, String> all = Map.of(
                "Content-Security-Policy", policy,
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Cross-Origin-Opener-Policy", "same-origin",
                // no-referrer would make browsers send "Origin: null" with forms, and CrossSiteGuard could not tell
                "Referrer-Policy", surface == Surface.PAGE ? "strict-origin" : "no-referrer");
        request.addHeadersEndHandler(end -> {
            MultiMap present = request.response().headers();
            all.forEach((name, value) -> {
                if (!present.contains(name)) {
                    present.set(name, value);
                }
            });
            if (surface != Surface.OTHER && !present.contains("Cache-Control")) {
                present.set("Cache-Control", "no-store");
            }
        });
    }
}
