package io.mingjing.evaluation.leaf.web;

import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

    private final ReceiptLook look;

    ReceiptAnswers(ReceiptLook look) {
        this.look = look;
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

    /** A page that says what was wrong with a form; its fields are still filled in on the page before. */
    public Response refused(ProblemException problem) {
        Language language = Language.current();
        return page(
                problem.type().status(),
                Templates.said(
                        language.pick(problem.type().zh(), problem.type().en()),
                        language.pick(problem.detail().zh(), problem.detail().en()),
                        true,
                        problem.violations().stream()
                                .map(fault -> language.pick(fault.zh(), fault.en()))
                                .toList()));
    }

    public Response json(int status, @Nullable Object entity) {
        return with(Response.status(status).entity(entity).type(MediaType.APPLICATION_JSON))
                .build();
    }

    private static Response.ResponseBuilder with(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
    }
}
