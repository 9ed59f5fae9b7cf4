package io.mingjing.kernel.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The kinds of paths, told by their beginning; they differ in who may call and how errors look. */
enum Surface {
    /** {@code /api}: bearer tokens, JSON. */
    API,
    /** Pages of the staff: session cookie, HTML. */
    PAGE,
    /** {@code /r}: the rater's pages, without any session. */
    RATER,
    /** Health, metrics, styles. */
    OTHER;

    private static final List<String> PAGES = List.of("/task", "/evaluation", "/notification");

    static Surface of(RoutingContext request) {
        String path = path(request);
        if (under("/api", path)) {
            return API;
        }
        if (under("/r", path)) {
            return RATER;
        }
        return PAGES.stream().anyMatch(page -> under(page, path)) ? PAGE : OTHER;
    }

    /** The path as routes see it; as sent where its encoding is broken. */
    static String path(RoutingContext request) {
        try {
            return request.normalizedPath();
        } catch (IllegalArgumentException badEncoding) {
            return String.valueOf(request.request().path());
        }
    }

    private static boolean under(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
