package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.application.PageSecrets;
import io.mingjing.evaluation.intake.application.RatingIntake;
import io.mingjing.evaluation.intake.application.RatingOutcome;
import io.mingjing.evaluation.intake.application.ScannedCodes;
import io.mingjing.evaluation.intake.application.Submission;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.OpenToAll;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The rater's way in for programs: what a code opens, and a rating of it, as JSON. */
@Path("/r")
public class RatingResource {

    /** A rating from a program. */
    public record RatingRequest(
            @Schema(description = "the visit's code, or the code of a place") @Nullable
            String code,

            @Schema(description = "of a place: the one-time ticket that GET /r/{code} answered") @Nullable
            String ticket,

            @Schema(description = "code of the matter; may be left out at a place") @Nullable
            String matter,

            @Schema(description = "5 非常满意 to 1 非常不满意") @Nullable
            Integer level,

            @Schema(description = "reason codes of that level; any number, or none") @Nullable
            List<@Nullable String> reasons,

            @Schema(description = "the rater's own words, at most 500 characters") @Nullable
            String note,

            @Schema(description = "ENTERPRISE or INDIVIDUAL, where the visit does not say") @Nullable
            String raterType,

            @Schema(description = "被要求打满意: staff demanded a good rating; for the city office only, in no count")
            @Nullable
            Boolean coerced,

            @Schema(description = "转原文: the words may be passed on as they are") @Nullable
            Boolean verbatim,

            @Schema(description = "不是我评的: where another rated the matter, take this one beside it") @Nullable
            Boolean contested,

            @Schema(description = "20 to 64 characters that the sender keeps to get the same receipt again") @Nullable
            String nonce) {

        Submission submission() {
            return new Submission(
                    code,
                    ticket,
                    matter,
                    level,
                    reasons,
                    note,
                    raterType,
                    Boolean.TRUE.equals(coerced),
                    Boolean.TRUE.equals(verbatim),
                    Boolean.TRUE.equals(contested));
        }
    }

    /**
     * The answer to a program.
     *
     * @param outcome {@code ACCEPTED} or {@code ALREADY_RATED}
     * @param receipt the receipt code; null where another page rated before
     */
    public record RatingAnswer(String outcome, @Nullable String receipt, String message) {

        static RatingAnswer of(RatingOutcome outcome, Language language) {
            return switch (outcome) {
                case RatingOutcome.Accepted(String receipt, boolean again) ->
                    new RatingAnswer("ACCEPTED", receipt, language.pick("评价已收到", "The rating was received"));
                case RatingOutcome.AlreadyRated(boolean contestable) ->
                    new RatingAnswer("ALREADY_RATED", null, language.pick("本次已评价", "This visit is rated already"));
            };
        }
    }

    private final ScannedCodes codes;
    private final RatingIntake intake;
    private final PageSecrets secrets;
    private final RaterAnswers answers;

    RatingResource(ScannedCodes codes, RatingIntake intake, PageSecrets secrets, RaterAnswers answers) {
        this.codes = codes;
        this.intake = intake;
        this.secrets = secrets;
        this.answers = answers;
    }

    @GET
    @Path("/{code}")
    @OpenToAll
    @Produces(MediaType.APPLICATION_JSON + ";qs=0.1")
    @RunOnVirtualThread
    @Operation(
            summary = "What a code opens: matters, levels and reasons to choose from; of a place with a new ticket",
            description = "The same whether it was rated or not. A ticket is good for one rating.")
    public Response opened(@RestPath String code) {
        return answers.json(200, OpenedView.of(codes.scan(code)), null);
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Rate one matter of a visit, or a place; no sign-in",
            description =
                    "Send the same nonce again to get the same receipt: a repeated rating counts once. 429 and 503"
                            + " say with Retry-After when to send it again.")
    public CompletionStage<Response> rate(
            RatingRequest request,
            @RestCookie(RaterAnswers.COOKIE) @Nullable String cookie,
            @Context RoutingContext context) {
        String given = request.nonce() == null ? cookie : request.nonce();
        boolean known = secrets.isNonce(given);
        if (request.nonce() != null && !known) {
            throw RaterAnswers.badNonce();
        }
        String nonce = known ? String.valueOf(given) : secrets.newNonce();
        Language language = Language.current();
        return intake.submitting(request.submission(), Senders.of(context, nonce, null, ""))
                .thenApply(outcome -> answer(outcome, language, known ? null : nonce));
    }

    private Response answer(RatingOutcome outcome, Language language, @Nullable String nonce) {
        boolean fresh = outcome instanceof RatingOutcome.Accepted(String receipt, boolean again) && !again;
        return answers.json(fresh ? 201 : 200, RatingAnswer.of(outcome, language), nonce);
    }
}
