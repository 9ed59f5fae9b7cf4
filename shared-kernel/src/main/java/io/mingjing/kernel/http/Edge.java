package io.mingjing.kernel.http;

import io.mingjing.kernel.http.ProblemAnswers.Answer;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last to see a request: sets the headers every answer carries, refuses what no resource method could
 * read (size, length, encoding, forged forms), and answers for whatever fails outside of REST.
 */
@ApplicationScoped
class Edge {

    /** Longest address we read; the server itself takes longer ones, so that this answer can be ours. */
    private static final int LONGEST_ADDRESS = 4096;

    private static final ProblemException BAD_ADDRESS =
            new ProblemException(CommonProblem.BAD_REQUEST, "网址的编码有误", "The address is not encoded correctly");

    private final ProblemAnswers answers;
    private final Refusals refusals;
    private final SecurityHeaders headers;
    private final CrossSiteGuard crossSite;
    private final String home;
    private final long largestBody;

    Edge(
            ProblemAnswers answers,
            Refusals refusals,
            SecurityHeaders headers,
            CrossSiteGuard crossSite,
            WebAddresses addresses,
            @ConfigProperty(name = "mingjing.http.largest-body") MemorySize largestBody) {
        this.answers = answers;
        this.refusals = refusals;
        this.headers = headers;
        this.crossSite = crossSite;
        this.home = addresses.home();
        this.largestBody = largestBody.asLongValue();
    }

    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::receive).failureHandler(this::answerFailure);
        // a path that cannot be decoded matches no route, not even the one above
        router.errorHandler(400, this::answerUndecodable);
        router.route("/").handler(this::leadHome);
    }

    private void receive(RoutingContext request) {
        headers.addTo(request);
        ProblemException refusal = refusal(request);
        if (refusal == null) {
            rememberLanguage(request);
            request.next();
            return;
        }
        if (refusal.type() == CommonProblem.TOO_LARGE) {
            // the rest of the body is on its way; nobody will read it
            request.response().putHeader("Connection", "close");
            request.response().endHandler(end -> request.request().connection().close());
        }
        send(request, refusal);
    }

    private @Nullable ProblemException refusal(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            return problem(CommonProblem.URI_TOO_LONG);
        }
        if (!isReadable(request.uri())) {
            return new ProblemException(CommonProblem.BAD_REQUEST, "网址的编码有误", "The address is not encoded correctly");
        }
        String length = request.getHeader("Content-Length");
        if (length != null && (length.length() > 18 || Long.parseLong(length) > largestBody)) {
            return new ProblemException(
                    CommonProblem.TOO_LARGE,
                    "内容过大，最多 " + largestBody / 1024 + " KiB",
                    "The content is too large; at most " + largestBody / 1024 + " KiB");
        }
        return crossSite.refusal(context);
    }

    private void answerUndecodable(RoutingContext request) {
        if (!request.response().ended()) {
            headers.addTo(request);
            send(request, BAD_ADDRESS);
        }
    }

    private void leadHome(RoutingContext request) {
        request.response().setStatusCode(303).putHeader("Location", home).end();
    }

    private void answerFailure(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        Throwable failure = request.failure();
        if (failure instanceof AuthenticationException) {
            request.next();
            return;
        }
        if (failure instanceof IllegalArgumentException && request.statusCode() == 400) {
            send(request, problem(CommonProblem.BAD_REQUEST));
            return;
        }
        send(
                request,
                failure == null ? refusals.ofStatus(request.statusCode(), request) : refusals.of(failure, request));
    }

    /** Outside of REST no CDI request is open, but the templates ask it for the language. */
    private void send(RoutingContext request, ProblemException problem) {
        ManagedContext scope = Arc.container().requestContext();
        boolean opened = !scope.isActive();
        if (opened) {
            scope.activate();
        }
        try {
            Arc.container().instance(CurrentVertxRequest.class).get().setCurrent(request);
            Answer answer = answers.render(problem, request);
            request.request().resume();
            answer.sendTo(request.response());
        } finally {
            if (opened) {
                scope.terminate();
            }
        }
    }

    private static void rememberLanguage(RoutingContext request) {
        Language switched = Language.switched(request);
        if (switched != null) {
            request.response()
                    .addCookie(Cookie.cookie(Language.SWITCH, switched == Language.EN ? "en" : "zh")
                            .setPath("/")
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(Duration.ofDays(365).toSeconds()));
        }
    }

    /** A well-formed address whose encoded parts are UTF-8. */
    private static boolean isReadable(String address) {
        try {
            URI read = new URI(address);
            String query = read.getRawQuery();
            return read.getPath().indexOf('\uFFFD') < 0
                    && (query == null
                            || URLDecoder.decode(query, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0);
        } catch (URISyntaxException | IllegalArgumentException badEncoding) {
            return false;
        }
    }

    private static ProblemException problem(CommonProblem type) {
        return new ProblemException(type, type.zh(), type.en());
    }
}
