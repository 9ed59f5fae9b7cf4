package io.mingjing.evaluation.code.web;

import io.mingjing.evaluation.code.application.QrImages;
import io.mingjing.evaluation.code.application.VisitOutcome;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.application.VisitReport;
import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.code.web.Desk.Sent;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The clerk's desk: make a visit, show its code. It never shows whether a visit was rated (anonymity rule K8). */
@Path("/evaluation/visits")
@Produces(MediaType.TEXT_HTML)
public class VisitPages {

    private static final int SHOWN = 200;

    /** How far back, and how many, matters are usual. */
    private static final int USUAL_DAYS = 7;

    private static final int USUAL = 8;

    @CheckedTemplate(basePath = "visits", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance desk(Desk desk);

        static native TemplateInstance code(Visit visit, String place, String picture, String next);
    }

    private final VisitRegister register;
    private final VisitStore visits;
    private final Places places;
    private final QrImages pictures;
    private final BusinessClock clock;
    private final Ids ids;
    private final Actor actor;

    VisitPages(
            VisitRegister register,
            VisitStore visits,
            Places places,
            QrImages pictures,
            BusinessClock clock,
            Ids ids,
            Actor actor) {
        this.register = register;
        this.visits = visits;
        this.places = places;
        this.pictures = pictures;
        this.clock = clock;
        this.ids = ids;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CLERK)
    public TemplateInstance desk(
            @RestQuery @Nullable String window,
            @RestQuery @Nullable List<String> matters,
            @RestQuery("q") @Nullable String search) {
        return desk(new Sent(given(window), matters == null ? List.of() : matters, "", given(search)), List.of());
    }

    @POST
    @AllowedTo(Role.CLERK)
    public Response make(
            @RestForm @Nullable String window,
            @RestForm @Nullable List<String> matters,
            @RestForm @Nullable String raterType,
            @RestForm @Nullable String number) {
        List<String> chosen = matters == null ? List.of() : matters;
        String named = given(number).isBlank() ? drawNumber() : given(number).strip();
        String type = given(raterType).isEmpty() ? null : raterType;
        VisitReport report = new VisitReport(named, window, List.copyOf(chosen), type, clock.today(), true);
        return switch (register.made(actor, report)) {
            case VisitOutcome.Registered(Visit visit, String url) ->
                Response.seeOther(URI.create("/evaluation/visits/" + visit.number()))
                        .build();
            case VisitOutcome.Refused(String refused, ProblemException problem) ->
                Response.status(problem.type().status())
                        .entity(desk(new Sent(given(window), chosen, given(number), ""), words(problem))
                                .render())
                        .build();
        };
    }

    @GET
    @Path("/{number}")
    @AllowedTo(Role.CLERK)
    public TemplateInstance code(@RestPath String number) {
        Visit visit = visits.find(number)
                .filter(found -> actor.may(found.ownerUnit(), Role.CLERK))
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.NOT_FOUND, "没有办件 " + number, "There is no visit " + number));
        Catalogue.Window window = places.catalogue().window(visit.window()).orElseThrow();
        return Templates.code(
                visit,
                window.hall() + " · " + window.name(),
                pictures.svg(register.urlOf(visit), "评价二维码 " + visit.number()),
                next(visit));
    }

    /** The desk with the same window and matters chosen: the next visit takes one click. */
    private static String next(Visit visit) {
        UriBuilder desk = UriBuilder.fromPath("/evaluation/visits").queryParam("window", visit.window());
        visit.matters().forEach(matter -> desk.queryParam("matters", matter));
        return desk.build().toString();
    }

    private TemplateInstance desk(Sent sent, List<String> faults) {
        Catalogue catalogue = places.catalogue();
        List<Catalogue.Window> mine = catalogue.windows().stream()
                .filter(one -> actor.may(one.ownerOn(clock.today()), Role.CLERK))
                .sorted(Comparator.comparing(Catalogue.Window::code))
                .toList();
        List<String> codes = mine.stream().map(Catalogue.Window::code).toList();
        return Templates.desk(Desk.of(
                mine,
                catalogue.matters(),
                visits.usualMatters(codes, clock.today().minusDays(USUAL_DAYS), USUAL),
                visits.ofDay(codes, clock.today(), SHOWN),
                sent,
                faults));
    }

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Random, so that the numbers of a day do not tell in which order people came. */
    private String drawNumber() {
        return "C-" + ids.next().toString().substring(0, 13);
    }

    private static List<String> words(ProblemException problem) {
        Language language = Language.current();
        return Stream.concat(
                        Stream.of(language.pick(
                                problem.detail().zh(), problem.detail().en())),
                        problem.violations().stream().map(violation -> language.pick(violation.zh(), violation.en())))
                .toList();
    }
}
