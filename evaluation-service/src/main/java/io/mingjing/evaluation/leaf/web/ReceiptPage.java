package io.mingjing.evaluation.leaf.web;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.leaf.application.ContactOffer;
import io.mingjing.evaluation.leaf.application.ReceiptDesk;
import io.mingjing.evaluation.leaf.application.SecondRatings;
import io.mingjing.evaluation.leaf.domain.ReceiptAnswer;
import io.mingjing.evaluation.leaf.domain.ReceiptStory;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rating, and what may be left later, for whoever has its receipt (回执). The page depends on the leaf alone:
 * it repeats neither the receipt nor anything of the rating, so it has the same bytes for everybody in a leaf (anonymity
 * rule K7). Receipts travel in bodies only.
 */
@Path("/r/receipt")
public class ReceiptPage {

    /** A question from a program. */
    public record ReceiptRequest(@Nullable String receipt) {}

    /**
     * What may be left with a receipt: the same offers for everybody.
     *
     * @param fingerprint of the key that contacts are sealed to; null while none can be taken
     * @param keepDays days after which a contact is deleted at the latest
     * @param keepDoneDays days after the call by which it is deleted
     * @param levels what a second rating may say
     */
    public record Offers(@Nullable String fingerprint, int keepDays, int keepDoneDays, List<Scale.Level> levels) {}

    @CheckedTemplate(basePath = "receipt", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance ask(boolean unknown);

        static native TemplateInstance answer(ReceiptView view, Offers offers);
    }

    private final ReceiptDesk desk;
    private final SecondRatings second;
    private final ContactOffer contact;
    private final EvaluationConfig config;
    private final BusinessClock clock;
    private final ReceiptAnswers answers;

    ReceiptPage(
            ReceiptDesk desk,
            SecondRatings second,
            ContactOffer contact,
            EvaluationConfig config,
            BusinessClock clock,
            ReceiptAnswers answers) {
        this.desk = desk;
        this.second = second;
        this.contact = contact;
        this.config = config;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response ask() {
        return answers.page(200, Templates.ask(false));
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response answer(@RestForm @Nullable String receipt, @Context RoutingContext request) {
        return answers.page(
                request,
                () -> desk.answer(receipt == null ? "" : receipt),
                ReceiptPage::isUnknown,
                story -> isUnknown(story)
                        ? answers.page(404, Templates.ask(true))
                        : answers.page(200, Templates.answer(ReceiptView.of(story), offers())));
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(
            summary = "What came of a rating, by its receipt code; no sign-in",
            description =
                    "404 where there is no such receipt. From an address that asks for too many of those: 429, and"
                            + " Retry-After says when to ask again.")
    public Response answer(@Nullable ReceiptRequest request, @Context RoutingContext context) {
        String typed = request == null || request.receipt() == null ? "" : request.receipt();
        ReceiptStory story = answers.look(context, () -> desk.answer(typed), ReceiptPage::isUnknown);
        return answers.json(isUnknown(story) ? 404 : 200, ReceiptView.of(story));
    }

    private static boolean isUnknown(ReceiptStory story) {
        return story.answer() instanceof ReceiptAnswer.Unknown;
    }

    private Offers offers() {
        return new Offers(
                contact.fingerprint().orElse(null),
                config.contact().keepDays(),
                config.contact().keepDoneDays(),
                second.levelsOn(clock.today()));
    }
}
