package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.application.PageSecrets;
import io.mingjing.evaluation.intake.application.RatedVisit;
import io.mingjing.evaluation.intake.application.RatedVisits;
import io.mingjing.evaluation.intake.application.RatingIntake;
import io.mingjing.evaluation.intake.application.RatingOutcome;
import io.mingjing.evaluation.intake.application.Submission;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The rater's way in. A GET changes nothing and shows every foreign browser the same bytes, rated or not; a POST answers
 * with the receipt page itself, so that no address carries a receipt.
 */
@Path("/r")
public class RaterResource {

    /** A rating from a program. */
    public record RatingRequest(
            @Nullable String code,
            @Nullable String matter,
            @Nullable Integer level,
            @Nullable List<@Nullable String> reasons,
            @Nullable String note,
            @Nullable String raterType,
            @Nullable String nonce) {}

    /**
     * The answer to a program.
     *
     * @param outcome {@code ACCEPTED} or {@code ALREADY_RATED}
     * @param receipt the receipt code; null where another page rated before
     */
    public record RatingAnswer(String outcome, @Nullable String receipt, String message) {}

    @CheckedTemplate(basePath = "rater", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance rate(RatePage page);

        static native TemplateInstance accepted(String receipt, @Nullable String code);

        static native TemplateInstance already();

        static native TemplateInstance scan();
    }

    private final RatedVisits visits;
    private final RatingIntake intake;
    private final PageSecrets secrets;
    private final RaterAnswers answers;

    RaterResource(RatedVisits visits, RatingIntake intake, PageSecrets secrets, RaterAnswers answers) {
        this.visits = visits;
        this.intake = intake;
        this.secrets = secrets;
        this.answers = answers;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response scan() {
        return answers.page(200, Templates.scan(), null);
    }

    @GET
    @Path("/{code}")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(summary = "The page on which a visit is rated")
    public Response form(@RestPath String code, @RestCookie(RaterAnswers.COOKIE) @Nullable String cookie) {
        RatedVisit visit = visits.open(code);
        if (!secrets.isNonce(cookie)) {
            RatePage page = RatePage.blank(code, visit, matter -> null);
            return answers.page(200, Templates.rate(page), secrets.newNonce());
        }
        String nonce = String.valueOf(cookie);
        RatePage page = RatePage.blank(code, visit, matter -> intake.ownReceipt(visit.code(), matter, nonce)
                .map(RaterAnswers::grouped)
                .orElse(null));
        return answers.page(200, Templates.rate(page), null);
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response rate(String fields, @RestCookie(RaterAnswers.COOKIE) @Nullable String cookie) {
        RatingForm form = RatingForm.of(fields);
        boolean known = secrets.isNonce(cookie);
        String nonce = known ? String.valueOf(cookie) : secrets.newNonce();
        String fresh = known ? null : nonce;
        try {
            return switch (intake.submit(form.submission(nonce))) {
                case RatingOutcome.Accepted(String receipt, boolean again) ->
                    answers.page(200, Templates.accepted(RaterAnswers.grouped(receipt), otherMatters(form)), fresh);
                case RatingOutcome.AlreadyRated() -> answers.page(200, Templates.already(), fresh);
            };
        } catch (ProblemException problem) {
            if (problem.type() != EvaluationProblem.NOT_A_RATING) {
                throw problem;
            }
            RatePage page = RatePage.faulty(form.code(), visits.open(form.code()), form, problem, Language.current());
            return answers.page(problem.type().status(), Templates.rate(page), fresh);
        }
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "Rate one matter of a visit; no sign-in",
            description = "Send the same nonce again to get the same receipt: a repeated rating counts once.")
    public Response rate(RatingRequest request, @RestCookie(RaterAnswers.COOKIE) @Nullable String cookie) {
        String given = request.nonce() == null ? cookie : request.nonce();
        boolean known = secrets.isNonce(given);
        if (request.nonce() != null && !known) {
            throw RaterAnswers.badNonce();
        }
        String nonce = known ? String.valueOf(given) : secrets.newNonce();
        RatingOutcome outcome = intake.submit(new Submission(
                request.code(),
                request.matter(),
                request.level(),
                request.reasons(),
                request.note(),
                request.raterType(),
                nonce));
        Language language = Language.current();
        return switch (outcome) {
            case RatingOutcome.Accepted(String receipt, boolean again) ->
                answers.json(
                        again ? 200 : 201,
                        new RatingAnswer("ACCEPTED", receipt, language.pick("评价已收到", "The rating was received")),
                        known ? null : nonce);
            case RatingOutcome.AlreadyRated() ->
                answers.json(
                        200,
                        new RatingAnswer("ALREADY_RATED", null, language.pick("本次已评价", "This visit is rated already")),
                        known ? null : nonce);
        };
    }

    /** The code where the visit has further matters, for the way back to them. */
    private @Nullable String otherMatters(RatingForm form) {
        return visits.open(form.code()).matters().size() > 1 ? form.code() : null;
    }
}
