package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.PostedCodes;
import io.mingjing.evaluation.code.application.Tickets;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedState;
import io.mingjing.evaluation.code.domain.Ticket;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.kernel.http.ProblemException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a code opens, in the words of the catalogue and with the scale of its day. Opening one has no effect. */
@Singleton
public class ScannedCodes {

    private final VisitCodes visits;
    private final PostedCodes posted;
    private final Tickets tickets;
    private final Scales scales;
    private final Places places;
    private final PlaceMatters matters;
    private final DayKeys days;

    ScannedCodes(
            VisitCodes visits,
            PostedCodes posted,
            Tickets tickets,
            Scales scales,
            Places places,
            PlaceMatters matters,
            DayKeys days) {
        this.visits = visits;
        this.posted = posted;
        this.tickets = tickets;
        this.scales = scales;
        this.places = places;
        this.matters = matters;
        this.days = days;
    }

    /**
     * What a scan opens; of a place code with a new ticket.
     *
     * @throws ProblemException 404 where the code is not ours, 410 where it has expired or was withdrawn, 503 while the
     *     keys are locked
     */
    public Rated scan(String text) {
        return open(text, tickets::issue);
    }

    /**
     * What a form was about.
     *
     * @param ticket of a place code: what the form carried
     * @throws ProblemException as {@link #scan}, and 410 where a place code comes without a good ticket of its own
     */
    public Rated reopen(String text, @Nullable String ticket) {
        return open(text, code -> ticket == null ? "" : ticket);
    }

    /**
     * What a visit's code opens where all that its rating needs is in memory; nothing waits here. Empty otherwise, and
     * for every code that is not good: {@link #reopen} says why.
     */
    Optional<Rated> atHand(String text) {
        if (!(visits.read(text) instanceof VisitCodes.Reading.Good(VisitCode code)) || !days.areAtHand(code.expDay())) {
            return Optional.empty();
        }
        Optional<Scale> scale = scales.atHand(code.visitDay());
        return places.atHand()
                .filter(catalogue -> scale.isPresent() && knows(catalogue, code))
                .map(catalogue -> visitOf(code, catalogue, scale.get()));
    }

    private Rated open(String text, Function<PostedCode, String> ticket) {
        return switch (visits.read(text)) {
            case VisitCodes.Reading.Good(VisitCode code) -> visitOf(code);
            case VisitCodes.Reading.Expired() ->
                throw EvaluationProblem.CODE_EXPIRED.because(
                        "评价码在办件后第三天结束时失效。感谢您来评价；如有问题，可拨打 12345。",
                        "A code is good until the end of the third day after the visit. For problems call 12345.");
            case VisitCodes.Reading.NotOurs() -> postedOf(text, ticket);
        };
    }

    private Rated postedOf(String text, Function<PostedCode, String> ticket) {
        return switch (posted.read(text)) {
            case PostedCodes.Reading.Good(PostedCode code) -> placeOf(code, ticket.apply(code));
            case PostedCodes.Reading.Withdrawn(PostedCode code) -> throw withdrawn(code);
            case PostedCodes.Reading.NotOurs() -> throw notValid();
        };
    }

    private Rated visitOf(VisitCode code) {
        Catalogue catalogue = places.catalogue();
        if (!knows(catalogue, code)) {
            // Registered by another replica a moment ago; the code is genuine, so asking once more costs little.
            catalogue = places.refresh();
        }
        return visitOf(code, catalogue, scales.on(code.visitDay()));
    }

    private static Rated visitOf(VisitCode code, Catalogue catalogue, Scale scale) {
        return new Rated.OfVisit(
                code,
                catalogue.window(code.window()).orElseThrow(ScannedCodes::notValid),
                code.matters().stream()
                        .map(number -> catalogue.matter(number).orElseThrow(ScannedCodes::notValid))
                        .toList(),
                scale);
    }

    private Rated placeOf(PostedCode code, String ticketText) {
        Ticket ticket = tickets.read(ticketText)
                .filter(read -> read.number() == code.number())
                .orElseThrow(() -> EvaluationProblem.TICKET_NOT_VALID.because(
                        "这一页已失效，评价没有提交。请重新扫描二维码，再评一次。",
                        "This page is no longer good and the rating was not sent. Scan the code again and rate anew."));
        Spot spot = places.catalogue()
                .spot(code.place())
                .or(() -> places.refresh().spot(code.place()))
                .orElseThrow(ScannedCodes::notValid);
        return new Rated.OfPlace(
                code, ticketText, ticket, spot, matters.at(spot, ticket.day()), scales.on(ticket.day()));
    }

    private static boolean knows(Catalogue catalogue, VisitCode code) {
        return catalogue.window(code.window()).isPresent()
                && code.matters().stream()
                        .allMatch(number -> catalogue.matter(number).isPresent());
    }

    private static ProblemException withdrawn(PostedCode code) {
        String zh = code.state() == PostedState.DAMAGED ? "登记为损坏，已停止使用" : "停用";
        String en = code.state() == PostedState.DAMAGED ? "is reported as damaged" : "was withdrawn";
        return EvaluationProblem.CODE_WITHDRAWN.because(
                "这个二维码已" + zh + "，不再接收评价，您的评价没有提交。请扫描现场新张贴的二维码，" + "或向窗口索取本次办件的评价二维码；要投诉或没办成事，请拨打 12345。",
                "This code " + en + " and takes no rating; nothing was sent. Scan the new code posted here, "
                        + "ask the window for the code of your visit, or call 12345 to complain.");
    }

    private static ProblemException notValid() {
        return EvaluationProblem.CODE_NOT_VALID.because(
                "请重新扫描评价二维码；仍无法打开时，请向窗口索取新的二维码。",
                "Scan the code again; if that does not help, ask the window for a new one.");
    }
}
