package io.mingjing.kernel.http;

import io.mingjing.kernel.http.ProblemAnswers.Answer;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without a valid session or token is told: a browser that opens a page is sent to sign in and comes back
 * to it; everything else gets 401, because a redirect would lose a form, or lead htmx and programs to a foreign origin.
 */
@ApplicationScoped
class SignIn {

    private final ProblemAnswers answers;
    private final Refusals refusals;
    private final WebAddresses addresses;
    private final Issuer issuer;

    SignIn(ProblemAnswers answers, Refusals refusals, WebAddresses addresses, Issuer issuer) {
        this.answers = answers;
        this.refusals = refusals;
        this.addresses = addresses;
        this.issuer = issuer;
    }

    Uni<Answer> ask(RoutingContext request) {
        if (Surface.path(request).equals(addresses.home() + "/sign-out")) {
            return Uni.createFrom().item(new Answer(303, null, null, Map.of("Location", "/look/signed-out")));
        }
        boolean page = Surface.of(request) == Surface.PAGE;
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        // each challenge of the pages leaves a cookie behind, so only who will follow it gets one
        if (authenticator == null || (page && !isNavigation(request))) {
            return Uni.createFrom().item(refuse(request, Map.of()));
        }
        Uni<Boolean> alive = page ? issuer.answers() : Uni.createFrom().item(true);
        return alive.chain(answering -> answering
                        ? authenticator.getChallenge(request).map(challenge -> answer(request, challenge))
                        : Uni.createFrom().item(unavailable(request)))
                .onFailure()
                .recoverWithItem(failure -> answers.render(refusals.of(failure, request), request));
    }

    /** A sign-in that the issuer or the browser broke off; trying again starts afresh. */
    Answer brokenOff(RoutingContext request) {
        return answers.render(
                new ProblemException(
                        CommonProblem.UNAUTHENTICATED,
                        "登录没有完成或已超时，请返回首页重新登录",
                        "The sign-in was not completed or took too long; go to the home page and sign in again",
                        List.of(),
                        Map.of("signIn", addresses.home())),
                request);
    }

    /** Whether this is the way back from the issuer. */
    boolean isReturn(RoutingContext request) {
        return Surface.path(request).equals(addresses.home() + "/signed-in");
    }

    private Answer answer(RoutingContext request, @Nullable ChallengeData challenge) {
        if (challenge == null) {
            return refuse(request, Map.of());
        }
        boolean redirects = challenge.status == 302;
        if (redirects && Surface.of(request) == Surface.PAGE) {
            return new Answer(302, null, null, headers(challenge));
        }
        return refuse(request, redirects ? Map.of() : headers(challenge));
    }

    private Answer refuse(RoutingContext request, Map<String, String> headers) {
        Answer refusal = answers.render(
                new ProblemException(
                        CommonProblem.UNAUTHENTICATED,
                        "您尚未登录，或登录已过期；请重新登录后再办理",
                        "You are not signed in, or your session has ended; sign in and try again",
                        List.of(),
                        Surface.of(request) == Surface.PAGE ? Map.of("signIn", addresses.home()) : Map.of()),
                request);
        // htmx reloads the page it is on, and that leads to sign-in and back
        return isHtmx(request) ? refusal.with(Map.of("HX-Refresh", "true")) : refusal.with(headers);
    }

    private Answer unavailable(RoutingContext request) {
        return answers.render(
                new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "统一登录服务暂时没有响应，请稍后再试",
                        "The sign-in service does not answer for the moment; try again later"),
                request);
    }

    private static Map<String, String> headers(ChallengeData challenge) {
        Map<String, String> headers = new HashMap<>();
        challenge.getHeaders().forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return headers;
    }

    private static boolean isHtmx(RoutingContext request) {
        return request.request().getHeader("HX-Request") != null;
    }

    private static boolean isNavigation(RoutingContext request) {
        boolean reads = request.request().method() == HttpMethod.GET
                || request.request().method() == HttpMethod.HEAD;
        String accept = request.request().getHeader("Accept");
        boolean stream = accept != null && accept.startsWith("text/event-stream");
        return reads && !isHtmx(request) && !stream && request.request().getHeader("Authorization") == null;
    }
}
