package io.mingjing.evaluation.contact.web;

import io.mingjing.evaluation.contact.application.CoercionChips;
import io.mingjing.evaluation.contact.application.ContactEntry;
import io.mingjing.evaluation.contact.application.ContactEntry.Sent;
import io.mingjing.evaluation.contact.application.ContactOutcome;
import io.mingjing.evaluation.leaf.web.ReceiptAnswers;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.ProblemException.Words;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a rater leaves with a receipt for the city office alone: a contact, and the chip 被要求打满意. */
@Path("/r/receipt")
public class ContactEntryPage {

    /** A contact from a program. */
    public record ContactRequest(
            @Nullable String receipt,
            @Nullable String phone,
            @Nullable String address,
            @Nullable Boolean consent) {

        @Override
        public String toString() {
            return "ContactRequest[]";
        }
    }

    /** A receipt from a program. */
    public record ReceiptOnly(@Nullable String receipt) {}

    private record Told(int status, Words heading, Words words) {}

    private static final Told UNKNOWN = new Told(
            404,
            new Words("没有找到这个回执码", "There is no such receipt code"),
            new Words("请核对 13 位回执码，字母不分大小写。", "Check its 13 characters; upper or lower case does not matter."));

    private static final Told WITHDRAWN = new Told(
            200,
            new Words("已撤回", "Taken back"),
            new Words(
                    "尚未移交的联系方式已删除；已移交的，请向市营商办要求更正或删除。",
                    "What was not handed over yet is deleted. For what was, ask the city office to correct or delete it."));

    private final ContactEntry entry;
    private final CoercionChips chips;
    private final ReceiptAnswers answers;

    ContactEntryPage(ContactEntry entry, CoercionChips chips, ReceiptAnswers answers) {
        this.entry = entry;
        this.chips = chips;
        this.answers = answers;
    }

    @POST
    @Path("/contact")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response leave(
            @RestForm @Nullable String receipt,
            @RestForm @Nullable String phone,
            @RestForm @Nullable String address,
            @RestForm @Nullable String consent,
            @RestForm @Nullable String act,
            @Context RoutingContext request) {
        if ("withdraw".equals(act)) {
            // The same for every receipt, so there is nothing to be guessed.
            return answers.page(request, () -> withdrawn(receipt), told -> false, this::page);
        }
        return answers.page(
                request,
                () -> entry.leave(new Sent(receipt, phone, address, "yes".equals(consent))),
                ContactEntryPage::isUnknown,
                outcome -> page(told(outcome)));
    }

    @POST
    @Path("/contact")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Leave a contact for the city office with a receipt, sealed to its key; no sign-in")
    public Response leave(@Nullable ContactRequest request, @Context RoutingContext context) {
        Sent sent = request == null
                ? new Sent(null, null, null, false)
                : new Sent(
                        request.receipt(), request.phone(), request.address(), Boolean.TRUE.equals(request.consent()));
        ContactOutcome outcome = answers.look(context, () -> entry.leave(sent), ContactEntryPage::isUnknown);
        return json(outcome, told(outcome));
    }

    @POST
    @Path("/contact/withdrawal")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Take back a contact that was not handed over yet; the same answer whether there was one")
    public Response withdraw(@Nullable ReceiptOnly request) {
        Told told = withdrawn(request == null ? null : request.receipt());
        return answers.json(told.status(), new ReceiptAnswers.Said("WITHDRAWN", said(told.heading())));
    }

    @POST
    @Path("/coercion")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response tell(@RestForm @Nullable String receipt, @Context RoutingContext request) {
        return answers.page(
                request, () -> chips.leave(receipt), ContactEntryPage::isUnknown, outcome -> page(toldOfChip(outcome)));
    }

    @POST
    @Path("/coercion")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Tell the city office alone that a good rating was asked for (被要求打满意); no sign-in")
    public Response tell(@Nullable ReceiptOnly request, @Context RoutingContext context) {
        ContactOutcome outcome = answers.look(
                context, () -> chips.leave(request == null ? null : request.receipt()), ContactEntryPage::isUnknown);
        return json(outcome, toldOfChip(outcome));
    }

    private Told withdrawn(@Nullable String receipt) {
        entry.withdraw(receipt);
        return WITHDRAWN;
    }

    private static boolean isUnknown(ContactOutcome outcome) {
        return outcome == ContactOutcome.UNKNOWN_RECEIPT;
    }

    private static Told told(ContactOutcome outcome) {
        return switch (outcome) {
            case SEALED ->
                new Told(
                        200,
                        new Words("联系方式已封存", "Your contact is sealed"),
                        new Words(
                                "下一个工作日 9 时移交市营商办，只有市营商办能打开。移交前可重新填写替换或撤回。",
                                "It goes to the city office at 09:00 of the next working day; only the office can open it."
                                        + " Until then you can replace it or take it back."));
            case HANDED_OVER ->
                new Told(
                        409,
                        new Words("联系方式已移交", "Handed over already"),
                        new Words(
                                "这张回执留下的联系方式已移交市营商办，不能再替换。需要更正或删除，请联系市营商办。",
                                "The contact left with this receipt is with the city office and cannot be replaced here. Ask"
                                        + " the office to correct or delete it."));
            case UNKNOWN_RECEIPT -> UNKNOWN;
        };
    }

    private static Told toldOfChip(ContactOutcome outcome) {
        return switch (outcome) {
            case SEALED, HANDED_OVER ->
                new Told(
                        200,
                        new Words("已收到", "Received"),
                        new Words(
                                "只有市营商办会看到；不改变任何评价和统计，被评单位不会知道。",
                                "Only the city office will see it. It changes no rating and no figure, and the rated unit"
                                        + " does not learn of it."));
            case UNKNOWN_RECEIPT -> UNKNOWN;
        };
    }

    private Response page(Told told) {
        return answers.said(told.status(), said(told.heading()), said(told.words()));
    }

    private Response json(ContactOutcome outcome, Told told) {
        return answers.json(told.status(), new ReceiptAnswers.Said(outcome.name(), said(told.heading())));
    }

    private static String said(Words words) {
        return Language.current().pick(words.zh(), words.en());
    }
}
