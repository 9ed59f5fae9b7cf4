package io.mingjing.kernel.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every refusal and failure of a resource method, of its filters and of what reads its parameters leaves through here.
 * A redirect to sign-in is no failure and keeps the mapper Quarkus has for it.
 */
class Problems {

    private final ProblemAnswers answers;
    private final Refusals refusals;
    private final SignIn signIn;

    Problems(ProblemAnswers answers, Refusals refusals, SignIn signIn) {
        this.answers = answers;
        this.refusals = refusals;
        this.signIn = signIn;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Uni<Response> notSignedIn(Exception cause, RoutingContext request) {
        ProblemException known = refusals.unavailable(cause);
        return known != null
                ? Uni.createFrom().item(response(answers.render(known, request)))
                : signIn.ask(request).map(Problems::response);
    }

    /** On the way back from the issuer asking again would go in circles; elsewhere it is a session nobody can read. */
    @ServerExceptionMapper
    Uni<Response> brokenSignIn(AuthenticationCompletionException cause, RoutingContext request) {
        return signIn.isReturn(request) && refusals.unavailable(cause) == null
                ? Uni.createFrom().item(response(signIn.brokenOff(request)))
                : notSignedIn(cause, request);
    }

    /** Has mappers of its own in Quarkus, so it must be named to come here. */
    @ServerExceptionMapper({
        Throwable.class,
        ForbiddenException.class,
        MismatchedInputException.class,
        ResteasyReactiveViolationException.class
    })
    Response refused(Throwable cause, RoutingContext request) {
        if (cause instanceof RedirectionException redirection) {
            return redirection.getResponse();
        }
        return response(answers.render(refusals.of(cause, request), request));
    }

    private static Response response(ProblemAnswers.Answer answer) {
        Response.ResponseBuilder builder = Response.status(answer.status());
        answer.headers().forEach(builder::header);
        return answer.body() == null
                ? builder.build()
                : builder.type(answer.type()).entity(answer.body()).build();
    }
}
