package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.application.Sender;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Reads off a request what is needed to judge it; nothing of it outlives the request. */
final class Senders {

    private Senders() {}

    static Sender of(RoutingContext context, String nonce, @Nullable String kiosk, String trap) {
        HttpServerRequest request = context.request();
        return new Sender(nonce, kiosk, isMobile(request), address(request), !trap.isEmpty());
    }

    private static boolean isMobile(HttpServerRequest request) {
        String agent = request.getHeader("User-Agent");
        return "?1".equals(request.getHeader("Sec-CH-UA-Mobile")) || (agent != null && agent.contains("Mobi"));
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? ""
                : String.valueOf(request.remoteAddress().hostAddress());
    }
}
