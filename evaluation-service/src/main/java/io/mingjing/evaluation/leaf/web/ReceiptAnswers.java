package io.mingjing.evaluation.leaf.web;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.application.ReceiptGuesses;
import io.mingjing.evaluation.intake.web.Senders;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How answers to receipts leave: never stored, never referred to, without a cookie. What became of something that was left
 * with a receipt is said on one page for all, of this aggregate or a later one.
 */
@ApplicationScoped
public class ReceiptAnswers {

    /** The answer to a program. */
    public record Said(String outcome, String message) {}

    @CheckedTemplate(basePath = "receipt", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance said(String heading, String words, boolean refused, List<String> faults);
    }

    /** Seconds after which to try again, where nobody said otherwise. */
    private static final int RETRY_AFTER = 5;

    private static final Words LOCKED = new Words(
            "系统密钥尚未就绪：这次没有查询，也没有提交任何内容。您已提交的评价不受影响，请稍后再试。",
            "The keys of the system are not ready: nothing was looked up and nothing was sent. Your rating is not affected;"
                    + " try again shortly.");

    private final ReceiptLook look;
    private final ReceiptGuesses guesses;

    ReceiptAnswers(ReceiptLook look, ReceiptGuesses guesses) {
        this.look = look;
        this.guesses = guesses;
    }

    public Response page(int status, TemplateInstance template) {
        return with(Response.status(status).entity(template.render()).type(MediaType.TEXT_HTML + ";charset=UTF-8"))
                .header("Content-Security-Policy", look.policy())
                .build();
    }

    /** A page that says what became of something. */
    public Response said(int status, String heading, String words) {
        return page(status, Templates.said(heading, words, status >= 400, List.of()));
    }

    /**
     * Answers what {@code look} found about a receipt, with the bound on guessing; a refusal is a page of the same look.
     *
     * @param unknown whether an answer says that there is no such receipt
     */
    public <T> Response page(
            RoutingContext request, Supplier<T> look, Predicate<T> unknown, Function<T, Response> shown) {
        try {
            return shown.apply(look(request, look, unknown));
        } catch (ProblemException problem) {
            return refused(problem);
        }
    }

    /**
     * The same for a program.
     *
     * @throws ProblemException 429 with the seconds after which to ask again
     */
    public <T> T look(RoutingContext request, Supplier<T> look, Predicate<T> unknown) {
        return guesses.bounded(Senders.address(request), look, unknown);
    }

    /**
     * A page that says what was wrong with a form; its fields are still filled in on the page before. What is wrong for
     * the moment says when to try again.
     */
    private Response refused(ProblemException problem) {
        Language language = Language.current();
        Words words = problem.type() == EvaluationProblem.KEYS_LOCKED ? LOCKED : problem.detail();
        Response page = page(
                problem.type().status(),
                Templates.said(
                        language.pick(problem.type().zh(), problem.type().en()),
                        language.pick(words.zh(), words.en()),
                        true,
                        problem.violations().stream()
                                .map(fault -> language.pick(fault.zh(), fault.en()))
                                .toList()));
        int status = problem.type().status();
        return status == 429 || status == 503
                ? Response.fromResponse(page)
                        .header("Retry-After", problem.extensions().getOrDefault("retryAfter", RETRY_AFTER))
                        .build()
                : page;
    }

    public Response json(int status, @Nullable Object entity) {
        return with(Response.status(status).entity(entity).type(MediaType.APPLICATION_JSON))
                .build();
    }

    private static Response.ResponseBuilder with(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
    }
}
