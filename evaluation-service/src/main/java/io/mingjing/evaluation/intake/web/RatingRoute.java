package io.mingjing.evaluation.intake.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.intake.application.PageSecrets;
import io.mingjing.evaluation.intake.application.RatingIntake;
import io.mingjing.evaluation.intake.application.RatingOutcome;
import io.mingjing.evaluation.intake.web.RatingResource.RatingAnswer;
import io.mingjing.evaluation.intake.web.RatingResource.RatingRequest;
import io.mingjing.kernel.http.Language;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;

/**
 * The short way for programs that send ratings by the thousand: takes a rating in before the layers for REST and sign-in,
 * which cost a third of all its work. Whatever does not look like a rating at once (another media type, no nonce, a long
 * body or one that is announced, JSON that does not read) goes on as if nothing had been here, to {@link RatingResource}, which says what is wrong.
 * What was taken in is answered here alone, so that no try counts twice.
 */
@ApplicationScoped
class RatingRoute {

    /** After the edge, which has seen every request, and before everything else. */
    private static final int BEFORE_SIGN_IN = -10_000;

    private static final String PATH = "/r";
    private static final String JSON = "application/json";

    /** Digits of a length; a rating with the longest note is shorter than the five-digit ones. */
    private static final int LENGTH_DIGITS = 4;

    private final RatingIntake intake;
    private final PageSecrets secrets;
    private final ObjectMapper json;

    RatingRoute(RatingIntake intake, PageSecrets secrets, ObjectMapper json) {
        this.intake = intake;
        this.secrets = secrets;
        this.json = json;
    }

    void stand(@Observes Router router) {
        router.post(PATH).order(BEFORE_SIGN_IN).handler(this::look);
    }

    private void look(RoutingContext context) {
        if (!looksLikeOne(context.request())) {
            context.next();
            return;
        }
        Future<Buffer> arriving = context.request().body();
        // Requests are held until somebody reads them.
        context.request().resume();
        arriving.onFailure(failure -> {
                    // Whoever hung up in the middle of a rating waits for no answer, and it is no failure of ours.
                    if (!context.response().closed()) {
                        context.fail(failure);
                    }
                })
                .onSuccess(body -> read(body).ifPresentOrElse(rating -> take(rating, context), () -> {
                    ((RoutingContextInternal) context).setBody(body);
                    context.next();
                }));
    }

    private static boolean looksLikeOne(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        String accept = request.getHeader("Accept");
        String length = request.getHeader("Content-Length");
        return type != null
                && type.startsWith(JSON)
                && length != null
                && length.length() <= LENGTH_DIGITS
                && request.getHeader("Expect") == null
                && (accept == null || accept.contains(JSON) || accept.contains("*/*"));
    }

    /** Empty where it is none, or one that the long way has to look at. */
    private Optional<RatingRequest> read(Buffer body) {
        try {
            return Optional.ofNullable(json.readValue(body.getBytes(), RatingRequest.class))
                    .filter(rating -> secrets.isNonce(rating.nonce()));
        } catch (IOException | RuntimeException notReadable) {
            return Optional.empty();
        }
    }

    private void take(RatingRequest rating, RoutingContext context) {
        Context here = context.vertx().getOrCreateContext();
        intake.submitting(rating.submission(), Senders.of(context, String.valueOf(rating.nonce()), null, ""))
                .whenComplete((outcome, failure) -> here.runOnContext(again -> {
                    if (failure == null) {
                        answer(outcome, context);
                    } else {
                        context.fail(failure);
                    }
                }));
    }

    private void answer(RatingOutcome outcome, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        boolean fresh = outcome instanceof RatingOutcome.Accepted(String receipt, boolean again) && !again;
        try {
            byte[] body = json.writeValueAsBytes(RatingAnswer.of(outcome, Language.of(context)));
            response.setStatusCode(fresh ? 201 : 200)
                    .putHeader("Content-Type", JSON)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Referrer-Policy", "no-referrer")
                    .end(Buffer.buffer(body));
        } catch (JsonProcessingException plainValuesOnly) {
            context.fail(plainValuesOnly);
        }
    }
}
