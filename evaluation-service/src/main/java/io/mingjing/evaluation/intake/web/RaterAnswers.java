package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How answers to raters leave: never stored, never referred to, and with the page's cookie where the browser has none. */
@ApplicationScoped
public class RaterAnswers {

    /** The page's nonce; it lives as long as a code. */
    static final String COOKIE = "mj_page";

    private static final int COOKIE_SECONDS =
            (int) Duration.ofDays(CodeLife.DAYS_AFTER_VISIT).toSeconds();

    private final RaterLook look;
    private final boolean secure;

    RaterAnswers(RaterLook look, EvaluationConfig config) {
        this.look = look;
        this.secure = config.rating().baseUrl().startsWith("https:");
    }

    /** A page of the rater's, of this aggregate or a later one. */
    public Response page(int status, TemplateInstance template, @Nullable String nonce) {
        return with(
                        nonce,
                        Response.status(status).entity(template.render()).type(MediaType.TEXT_HTML + ";charset=UTF-8"))
                .header("Content-Security-Policy", look.policy())
                .build();
    }

    /** The same with the status of a problem, and when to try again where it says so. */
    Response refusal(ProblemException problem, TemplateInstance template, @Nullable String nonce) {
        Response page = page(problem.type().status(), template, nonce);
        Object retryAfter = problem.extensions().get("retryAfter");
        return retryAfter == null
                ? page
                : Response.fromResponse(page).header("Retry-After", retryAfter).build();
    }

    /** A refusal as a page of its own. */
    Response refused(ProblemException problem, RefusedPage page) {
        return refusal(problem, RaterTemplates.refused(page), null);
    }

    Response json(int status, Object entity, @Nullable String nonce) {
        return with(nonce, Response.status(status).entity(entity).type(MediaType.APPLICATION_JSON))
                .build();
    }

    /** A receipt code as people read it. */
    public static String grouped(String receipt) {
        return receipt.substring(0, 4) + "-" + receipt.substring(4, 8) + "-" + receipt.substring(8);
    }

    static ProblemException badNonce() {
        return new ProblemException(
                EvaluationProblem.NOT_A_RATING,
                "nonce 格式有误",
                "The nonce is not right",
                List.of(new Violation(
                        "nonce", "20 至 64 个字符：字母、数字、_ 和 -", "20 to 64 characters: letters, digits, _ and -")),
                Map.of());
    }

    private Response.ResponseBuilder with(@Nullable String nonce, Response.ResponseBuilder response) {
        response.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        if (nonce != null) {
            response.cookie(new NewCookie.Builder(COOKIE)
                    .value(nonce)
                    .path("/r")
                    .maxAge(COOKIE_SECONDS)
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite(NewCookie.SameSite.LAX)
                    .build());
        }
        return response;
    }
}
