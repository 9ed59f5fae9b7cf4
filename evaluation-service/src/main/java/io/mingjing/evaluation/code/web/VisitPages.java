package io.mingjing.evaluation.code.web;

import io.mingjing.evaluation.code.application.QrImages;
import io.mingjing.evaluation.code.application.VisitOutcome;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.application.VisitReport;
import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.code.persistence.VisitStore;
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
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The clerk's desk: make a visit, show its code. It never shows whether a visit was rated (anonymity rule K8). */
@Path("/evaluation/visits")
@Produces(MediaType.TEXT_HTML)
public class VisitPages {

    private static final int SHOWN = 200;

    @CheckedTemplate(basePath = "visits", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance desk(
                List<Catalogue.Window> windows,
                List<Catalogue.Item> matters,
                List<Visit> visits,
                String chosenWindow,
                List<String> chosenMatters,
                String number,
                List<String> faults);

        static native TemplateInstance code(Visit visit, String picture);
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
    public TemplateInstance desk() {
        return desk("", List.of(), "", List.of());
    }

    @POST
    @AllowedTo(Role.CLERK)
    public Response make(
            @RestForm @Nullable String window,
            @RestForm @Nullable List<String> matters,
            @RestForm @Nullable String raterType,
            @RestForm @Nullable String number) {
        List<String> chosen = matters == null ? List.of() : matters;
        String given = number == null || number.isBlank() ? drawNumber() : number.strip();
        String type = raterType == null || raterType.isEmpty() ? null : raterType;
        VisitReport report = new VisitReport(given, window, List.copyOf(chosen), type, clock.today(), true);
        return switch (register.made(actor, report)) {
            case VisitOutcome.Registered(Visit visit, String url) ->
                Response.seeOther(URI.create("/evaluation/visits/" + visit.number()))
                        .build();
            case VisitOutcome.Refused(String refused, ProblemException problem) ->
                Response.status(problem.type().status())
                        .entity(desk(window == null ? "" : window, chosen, number == null ? "" : number, words(problem))
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
        return Templates.code(visit, pictures.svg(register.urlOf(visit), "评价二维码 " + visit.number()));
    }

    private TemplateInstance desk(String window, List<String> matters, String number, List<String> faults) {
        Catalogue catalogue = places.catalogue();
        List<Catalogue.Window> mine = catalogue.windows().stream()
                .filter(one -> actor.may(one.ownerOn(clock.today()), Role.CLERK))
                .sorted(Comparator.comparing(Catalogue.Window::code))
                .toList();
        return Templates.desk(
                mine,
                catalogue.matters().stream()
                        .sorted(Comparator.comparing(Catalogue.Item::code))
                        .toList(),
                visits.ofDay(mine.stream().map(Catalogue.Window::code).toList(), clock.today(), SHOWN),
                window.isEmpty() && !mine.isEmpty() ? mine.getFirst().code() : window,
                matters,
                number,
                faults);
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
