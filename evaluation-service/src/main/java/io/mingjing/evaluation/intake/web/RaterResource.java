package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.domain.PostedKind;
import io.mingjing.evaluation.intake.application.PageSecrets;
import io.mingjing.evaluation.intake.application.Rated;
import io.mingjing.evaluation.intake.application.RatingIntake;
import io.mingjing.evaluation.intake.application.RatingOutcome;
import io.mingjing.evaluation.intake.application.ScannedCodes;
import io.mingjing.evaluation.intake.web.RatePage.Kiosk;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemType;
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
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The rater's way in. A GET changes nothing and shows every foreign browser the same bytes, rated or not; a POST answers
 * with the receipt page itself, so that no address carries a receipt.
 */
@Path("/r")
public class RaterResource {

    /** Problems after which the form comes back with what was in it. */
    private static final Set<ProblemType> TRY_AGAIN =
            Set.of(EvaluationProblem.NOT_A_RATING, EvaluationProblem.INTAKE_BUSY, CommonProblem.TOO_MANY);

    private final ScannedCodes codes;
    private final RatingIntake intake;
    private final PageSecrets secrets;
    private final RatePages pages;
    private final RaterAnswers answers;

    RaterResource(ScannedCodes codes, RatingIntake intake, PageSecrets secrets, RatePages pages, RaterAnswers answers) {
        this.codes = codes;
        this.intake = intake;
        this.secrets = secrets;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response scan() {
        return answers.page(200, RaterTemplates.scan(), null);
    }

    @GET
    @Path("/{code}")
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(summary = "The page on which a visit or a place is rated")
    public Response form(
            @RestPath String code,
            @RestCookie(RaterAnswers.COOKIE) @Nullable String cookie,
            @Context RoutingContext request) {
        try {
            return form(code, codes.scan(code), cookie, request);
        } catch (ProblemException problem) {
            return answers.refused(problem, RefusedPage.of(problem, false, null, List.of()));
        }
    }

    private Response form(String code, Rated rated, @Nullable String cookie, RoutingContext request) {
        if (rated instanceof Rated.OfPlace place && place.code().kind() == PostedKind.KIOSK) {
            // Whoever comes next begins in Chinese, whatever was read here before.
            Language.ZH.answer(request);
            Kiosk kiosk = new Kiosk(code, secrets.newNonce());
            return answers.page(
                    200, RaterTemplates.rate(pages.blank(code, rated, kiosk, matter -> Optional.empty())), null);
        }
        if (rated instanceof Rated.OfVisit && secrets.isNonce(cookie)) {
            String nonce = String.valueOf(cookie);
            RatePage page = pages.blank(code, rated, null, matter -> intake.ownReceipt(rated, matter, nonce));
            return answers.page(200, RaterTemplates.rate(page), null);
        }
        RatePage page = pages.blank(code, rated, null, matter -> Optional.empty());
        return answers.page(200, RaterTemplates.rate(page), secrets.isNonce(cookie) ? null : secrets.newNonce());
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response rate(
            String fields, @RestCookie(RaterAnswers.COOKIE) @Nullable String cookie, @Context RoutingContext request) {
        RatingForm form = RatingForm.of(fields);
        String kept = form.kiosk() == null ? cookie : form.nonce();
        String nonce = secrets.isNonce(kept) ? String.valueOf(kept) : secrets.newNonce();
        String fresh = form.kiosk() == null && !nonce.equals(cookie) ? nonce : null;
        Kiosk kiosk = form.kiosk() == null ? null : Kiosk.speaking(form.kiosk(), nonce, form.speak(), request);
        try {
            return switch (intake.submit(form.submission(), Senders.of(request, nonce, form.kiosk(), form.trap()))) {
                case RatingOutcome.Accepted(String receipt, boolean again) ->
                    answers.page(
                            200,
                            RaterTemplates.accepted(RaterAnswers.grouped(receipt), otherMatters(form), kiosk),
                            fresh);
                case RatingOutcome.AlreadyRated(boolean contestable) ->
                    answers.page(
                            200, RaterTemplates.already(contestable ? form.code() : null, form.matter(), kiosk), fresh);
            };
        } catch (ProblemException problem) {
            if (!TRY_AGAIN.contains(problem.type())) {
                boolean later = problem.type() == EvaluationProblem.KEYS_LOCKED;
                return answers.refused(
                        problem, RefusedPage.of(problem, true, kiosk, later ? form.fields() : List.of()));
            }
            RatePage page = pages.faulty(form, codes.reopen(form.code(), form.ticket()), kiosk, problem);
            if (!page.isFaulty()) {
                // What is wrong is the matter, and a card for it there is none.
                return answers.refused(problem, RefusedPage.of(problem, true, kiosk, List.of()));
            }
            return answers.refusal(problem, RaterTemplates.rate(page), fresh);
        }
    }

    /** The card of somebody whose matter another rated: the same for whoever asks, so that it tells nothing. */
    @POST
    @Path("/contested")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response contested(
            @RestForm @Nullable String code,
            @RestForm @Nullable String matter,
            @RestForm @Nullable String kiosk,
            @RestForm @Nullable String speak,
            @Context RoutingContext request) {
        String text = code == null ? "" : code;
        Kiosk device = kiosk == null ? null : Kiosk.speaking(kiosk, secrets.newNonce(), speak, request);
        try {
            Rated rated = codes.reopen(text, null);
            String known = rated.matterOf(matter)
                    .orElseThrow(() -> EvaluationProblem.CODE_NOT_VALID.because(
                            "这个评价码不含所选事项", "The code does not cover this matter"));
            return answers.page(200, RaterTemplates.rate(pages.contested(text, rated, device, known)), null);
        } catch (ProblemException problem) {
            return answers.refused(problem, RefusedPage.of(problem, true, device, List.of()));
        }
    }

    /** The code where the visit has further matters, for the way back to them. */
    private @Nullable String otherMatters(RatingForm form) {
        return codes.reopen(form.code(), form.ticket()) instanceof Rated.OfVisit visit
                        && visit.matters().size() > 1
                ? form.code()
                : null;
    }
}
