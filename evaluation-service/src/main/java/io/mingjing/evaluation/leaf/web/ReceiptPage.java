package io.mingjing.evaluation.leaf.web;

import io.mingjing.evaluation.intake.web.RaterAnswers;
import io.mingjing.evaluation.leaf.application.ReceiptDesk;
import io.mingjing.evaluation.leaf.domain.ReceiptAnswer;
import io.mingjing.kernel.http.OpenToAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rating, for whoever has its receipt (回执). The page depends on the leaf alone: it repeats neither the
 * receipt nor anything of the rating, so it has the same bytes for everybody in a leaf (anonymity rule K7). Receipts travel
 * in bodies only.
 */
@Path("/r/receipt")
public class ReceiptPage {

    /** A question from a program. */
    public record ReceiptRequest(@Nullable String receipt) {}

    @CheckedTemplate(basePath = "receipt", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance ask(boolean unknown);

        static native TemplateInstance answer(ReceiptView view);
    }

    private final ReceiptDesk desk;
    private final RaterAnswers answers;

    ReceiptPage(ReceiptDesk desk, RaterAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response ask() {
        return answers.page(200, Templates.ask(false), null);
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response answer(@RestForm @Nullable String receipt) {
        ReceiptAnswer answer = desk.answer(receipt == null ? "" : receipt);
        if (answer instanceof ReceiptAnswer.Unknown) {
            return answers.page(404, Templates.ask(true), null);
        }
        return answers.page(200, Templates.answer(ReceiptView.of(answer)), null);
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "What came of a rating, by its receipt code; no sign-in")
    public Response answer(@Nullable ReceiptRequest request) {
        String typed = request == null || request.receipt() == null ? "" : request.receipt();
        ReceiptAnswer answer = desk.answer(typed);
        return Response.status(answer instanceof ReceiptAnswer.Unknown ? 404 : 200)
                .entity(ReceiptView.of(answer))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
