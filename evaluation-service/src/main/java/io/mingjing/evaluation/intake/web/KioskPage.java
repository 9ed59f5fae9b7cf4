package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.application.PageSecrets;
import io.mingjing.evaluation.intake.application.Rated;
import io.mingjing.evaluation.intake.application.ScannedCodes;
import io.mingjing.evaluation.intake.web.RatePage.Kiosk;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.ProblemException;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * A device in a hall that many use one after the other (评价器): no cookie, so that no two of them are the same page, and
 * a form that empties itself. What its scanner reads comes in the body, never in an address.
 */
@Path("/r/kiosk")
public class KioskPage {

    /** A whole address is longer than any code. */
    private static final int LONGEST = 500;

    private final ScannedCodes codes;
    private final PageSecrets secrets;
    private final RatePages pages;
    private final RaterAnswers answers;

    KioskPage(ScannedCodes codes, PageSecrets secrets, RatePages pages, RaterAnswers answers) {
        this.codes = codes;
        this.secrets = secrets;
        this.pages = pages;
        this.answers = answers;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response start(@Context RoutingContext request) {
        Language.ZH.answer(request);
        return answers.page(200, RaterTemplates.kiosk(new Kiosk("", ""), null), null);
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response scanned(
            @RestForm @Nullable String code,
            @RestForm @Nullable String kiosk,
            @RestForm @Nullable String speak,
            @Context RoutingContext request) {
        String text = codeIn(code == null ? "" : code.strip());
        Kiosk device = Kiosk.speaking(kiosk == null ? "" : kiosk, secrets.newNonce(), speak, request);
        if (text.isEmpty()) {
            // The other language of the page on which nothing was scanned yet.
            return answers.page(200, RaterTemplates.kiosk(device, null), null);
        }
        try {
            Rated rated = codes.scan(text);
            Kiosk there = rated instanceof Rated.OfPlace && device.code().isEmpty()
                    ? new Kiosk(text, device.nonce())
                    : device;
            RatePage page = pages.blank(text, rated, there, matter -> Optional.empty());
            return answers.page(200, RaterTemplates.rate(page), null);
        } catch (ProblemException problem) {
            Language language = Language.current();
            String fault = language.pick(problem.detail().zh(), problem.detail().en());
            return answers.refusal(problem, RaterTemplates.kiosk(device, fault), null);
        }
    }

    /** Scanners read the address that stands in a QR code. */
    private static String codeIn(String scanned) {
        return scanned.length() > LONGEST ? "" : scanned.substring(scanned.lastIndexOf('/') + 1);
    }
}
