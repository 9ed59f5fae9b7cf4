package io.mingjing.kernel.http;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without a valid session or token is told: a browser that opens a page is sent to sign in and comes back
 * to it; everything else gets 401, because a redirect would lose a form, or lead htmx and programs to a foreign origin.
 */
@ApplicationScoped
class SignIn {

    private final ProblemAnswers answers;
    private final WebAddresses addresses;

    SignIn(ProblemAnswers answers, WebAddresses addresses) {
        this.answers = answers;
        this.addresses = addresses;
    }

    Uni<ProblemAnswers.Answer> ask(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(refuse(request, null));
        }
        return authenticator.getChallenge(request).map(challenge -> answer(request, challenge));
    }

    /** A sign-in that the issuer or the browser broke off; trying again starts afresh. */
    ProblemAnswers.Answer brokenOff(RoutingContext request) {
        return answers.render(
                new ProblemException(
                        CommonProblem.UNAUTHENTICATED,
                        "登录没有完成或已超时，请返回首页重新登录",
                        "The sign-in was not completed or took too long; go to the home page and sign in again",
                        java.util.List.of(),
                        Map.of("signIn", addresses.home())),
                request);
    }

    /** Whether this is the way back from the issuer. */
    boolean isReturn(RoutingContext request) {
        return Surface.path(request).equals(addresses.home() + "/signed-in");
    }

    private ProblemAnswers.Answer answer(RoutingContext request, @Nullable ChallengeData challenge) {
        boolean redirects = challenge != null && challenge.status == 302;
        if (Surface.path(request).equals(addresses.home() + "/sign-out")) {
            return new ProblemAnswers.Answer(303, null, null, Map.of("Location", "/look/signed-out"));
        }
        if (challenge != null && redirects && isNavigation(request)) {
            return new ProblemAnswers.Answer(302, null, null, headers(challenge));
        }
        return refuse(request, redirects ? null : challenge);
    }

    private ProblemAnswers.Answer refuse(RoutingContext request, @Nullable ChallengeData challenge) {
        ProblemAnswers.Answer refusal = answers.render(
                new ProblemException(
                        CommonProblem.UNAUTHENTICATED,
                        "您尚未登录，或登录已过期；请重新登录后再办理",
                        "You are not signed in, or your session has ended; sign in and try again",
                        java.util.List.of(),
                        Surface.of(request) == Surface.PAGE ? Map.of("signIn", addresses.home()) : Map.of()),
                request);
        if (challenge != null) {
            return refusal.with(headers(challenge));
        }
        // htmx reloads the page it is on, and that leads to sign-in and back
        return isHtmx(request) ? refusal.with(Map.of("HX-Refresh", "true")) : refusal;
    }

    private static Map<String, String> headers(ChallengeData challenge) {
        Map<String, String> headers = new java.util.HashMap<>();
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
