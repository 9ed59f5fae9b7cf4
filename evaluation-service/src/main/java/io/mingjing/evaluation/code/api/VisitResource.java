package io.mingjing.evaluation.code.api;

import io.mingjing.evaluation.code.application.QrImages;
import io.mingjing.evaluation.code.application.SmsText;
import io.mingjing.evaluation.code.application.VisitOutcome;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.application.VisitReport;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Visits as the queue or approval system reports them, and the pictures of their codes. */
@Path("/api/v1/visits")
public class VisitResource {

    /** Most visits in one request. */
    static final int BATCH = 1000;

    /** What is wrong with one visit of a batch. */
    public record ItemProblem(String type, String title, int status, String detail, List<ItemViolation> violations) {

        static ItemProblem of(ProblemException problem, Language language) {
            return new ItemProblem(
                    problem.type().urn(),
                    language.pick(problem.type().zh(), problem.type().en()),
                    problem.type().status(),
                    language.pick(problem.detail().zh(), problem.detail().en()),
                    problem.violations().stream()
                            .map(violation -> ItemViolation.of(violation, language))
                            .toList());
        }
    }

    public record ItemViolation(String field, String message) {

        static ItemViolation of(Violation violation, Language language) {
            return new ItemViolation(violation.field(), language.pick(violation.zh(), violation.en()));
        }
    }

    /**
     * The answer to one visit of a batch.
     *
     * @param url address for the QR code; null where there is a problem
     * @param validTo last day on which it is good
     */
    public record VisitItem(
            String number,
            @Nullable String url,
            @Nullable LocalDate validTo,
            @Nullable ItemProblem problem) {

        static VisitItem of(VisitOutcome outcome, Language language) {
            return switch (outcome) {
                case VisitOutcome.Registered(Visit visit, String url) ->
                    new VisitItem(visit.number(), url, visit.expDay(), null);
                case VisitOutcome.Refused(String number, ProblemException problem) ->
                    new VisitItem(number, null, null, ItemProblem.of(problem, language));
            };
        }
    }

    /**
     * Where a visit is rated.
     *
     * @param validTo last day on which it is good
     */
    public record VisitAddress(Channel channel, String url, LocalDate validTo) {}

    public record VisitItems(List<VisitItem> items) {}

    private final VisitRegister register;
    private final VisitStore visits;
    private final QrImages pictures;
    private final Actor actor;

    VisitResource(VisitRegister register, VisitStore visits, QrImages pictures, Actor actor) {
        this.register = register;
        this.visits = visits;
        this.pictures = pictures;
        this.actor = actor;
    }

    @POST
    @AllowedTo(Role.INTEGRATION)
    @Operation(
            summary = "Register up to 1,000 finished visits; answers one item for each, in the same order",
            description =
                    "A visit number is registered once; the same report again answers the same address. Only the city's"
                            + " feed confirms visits; what a unit's own system reports is kept under a number that the answer"
                            + " tells, and refused at a window with a feed.")
    public VisitItems report(
            @NotNull(message = "请提供办件数组") @Size(min = 1, max = BATCH, message = "一次提交 1 至 1000 个办件")
                    List<@NotNull(message = "办件不能为 null") VisitReport> reports) {
        Language language = Language.current();
        return new VisitItems(register.reported(actor, reports).stream()
                .map(outcome -> VisitItem.of(outcome, language))
                .toList());
    }

    @GET
    @Path("/{number}/qr.svg")
    @Produces("image/svg+xml")
    @AllowedTo({Role.INTEGRATION, Role.CLERK})
    @Operation(summary = "The visit's code as a QR picture that scales")
    public String svg(@RestPath String number) {
        return pictures.svg(register.urlOf(mine(number)), "评价二维码 " + number);
    }

    @GET
    @Path("/{number}/qr.png")
    @Produces("image/png")
    @AllowedTo({Role.INTEGRATION, Role.CLERK})
    @Operation(summary = "The visit's code as a QR picture in pixels")
    public byte[] png(@RestPath String number) {
        return pictures.png(register.urlOf(mine(number)));
    }

    @GET
    @Path("/{number}/sms")
    @AllowedTo({Role.INTEGRATION, Role.CLERK})
    @Operation(
            summary = "The visit's code as a text message",
            description = "The same visit as its QR code: rated by one, it is rated for both.")
    public SmsText sms(@RestPath String number) {
        return register.smsOf(mine(number));
    }

    @GET
    @Path("/{number}/address")
    @AllowedTo({Role.INTEGRATION, Role.CLERK})
    @Operation(summary = "The visit's rating address for a channel: PC, MOBILE, QR, COUNTER_TABLET, TERMINAL or SMS")
    public VisitAddress address(@RestPath String number, @RestQuery @DefaultValue("QR") String channel) {
        Visit visit = mine(number);
        Channel on = handedOutOn(channel);
        return new VisitAddress(on, register.urlOf(visit, on), visit.expDay());
    }

    private static Channel handedOutOn(String word) {
        return Arrays.stream(Channel.values())
                .filter(VisitCode::carries)
                .filter(channel -> channel.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.BAD_REQUEST,
                        "参数有误",
                        "A parameter is not right",
                        List.of(new Violation(
                                "channel",
                                "应为 PC、MOBILE、QR、COUNTER_TABLET、TERMINAL 或 SMS",
                                "PC, MOBILE, QR, COUNTER_TABLET, TERMINAL or SMS")),
                        Map.of()));
    }

    private Visit mine(String number) {
        return visits.find(number)
                .filter(visit -> actor.may(visit.ownerUnit(), Role.INTEGRATION, Role.CLERK))
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.NOT_FOUND, "没有办件 " + number, "There is no visit " + number));
    }
}
