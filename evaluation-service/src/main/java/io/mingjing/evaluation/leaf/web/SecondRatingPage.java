package io.mingjing.evaluation.leaf.web;

import io.mingjing.evaluation.leaf.application.SecondRatings;
import io.mingjing.evaluation.leaf.application.SecondRatings.Outcome;
import io.mingjing.kernel.http.FreeText;
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

/** Takes second ratings (追评). Whether there was one before is said to who has the receipt, and only after a POST. */
@Path("/r/receipt/second")
public class SecondRatingPage {

    /** A second rating from a program. */
    public record SecondRequest(
            @Nullable String receipt,
            @Nullable Integer level,
            @Nullable FreeText note) {}

    private record Told(int status, Words heading, Words words) {}

    private final SecondRatings second;
    private final ReceiptAnswers answers;

    SecondRatingPage(SecondRatings second, ReceiptAnswers answers) {
        this.second = second;
        this.answers = answers;
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response rate(
            @RestForm @Nullable String receipt,
            @RestForm @Nullable String level,
            @RestForm @Nullable FreeText note,
            @Context RoutingContext request) {
        Integer chosen = level != null && level.matches("[0-9]") ? Integer.valueOf(level) : null;
        return answers.page(
                request, () -> second.submit(receipt, chosen, note), SecondRatingPage::isUnknown, outcome -> {
                    Told told = told(outcome);
                    return answers.said(told.status(), said(told.heading()), said(told.words()));
                });
    }

    @POST
    @OpenToAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Rate a second time (追评) with a receipt, once; no sign-in")
    public Response rate(@Nullable SecondRequest request, @Context RoutingContext context) {
        SecondRequest sent = request == null ? new SecondRequest(null, null, null) : request;
        Outcome outcome = answers.look(
                context, () -> second.submit(sent.receipt(), sent.level(), sent.note()), SecondRatingPage::isUnknown);
        Told told = told(outcome);
        int status = outcome == Outcome.TAKEN ? 201 : told.status();
        return answers.json(status, new ReceiptAnswers.Said(outcome.name(), said(told.heading())));
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome == Outcome.UNKNOWN_RECEIPT;
    }

    private static Told told(Outcome outcome) {
        return switch (outcome) {
            case TAKEN ->
                new Told(
                        200,
                        new Words("追评已收到，谢谢您", "Your second rating was received. Thank you"),
                        new Words(
                                "它与首次评价一样封存，单独统计，达到一定人数后合并公布。每张回执可追评一次，以第一次追评为准。",
                                "It is sealed like the first one, counted apart, and published together once there are"
                                        + " enough. Each receipt allows one; the first one counts."));
            case BEFORE ->
                new Told(
                        200,
                        new Words("已追评", "Rated a second time already"),
                        new Words("每张回执可追评一次，以第一次追评为准。", "Each receipt allows one; the first one counts."));
            case UNKNOWN_RECEIPT ->
                new Told(
                        404,
                        new Words("没有找到这个回执码", "There is no such receipt code"),
                        new Words(
                                "请核对 13 位回执码，字母不分大小写。",
                                "Check its 13 characters; upper or lower case does not matter."));
            case NOT_OPEN ->
                new Told(
                        409,
                        new Words("现在不能追评", "A second rating is not open now"),
                        new Words(
                                "整改结果公布后 30 日内可追评一次。",
                                "It is open for 30 days from the day on which the outcome is published."));
        };
    }

    private static String said(Words words) {
        return Language.current().pick(words.zh(), words.en());
    }
}
