package io.mingjing.evaluation.code.web;

import io.mingjing.evaluation.code.application.PostedCodeRegister;
import io.mingjing.evaluation.code.application.PostedCodeRegister.Posting;
import io.mingjing.evaluation.code.application.PostedRights;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedKind;
import io.mingjing.evaluation.code.domain.PostedState;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.FreeText;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The register of place codes (评价点码, R-109) as a page: post one, take one down, see what hangs where. */
@Path("/evaluation/posted")
@Produces(MediaType.TEXT_HTML)
public class PostedPages {

    /** Most codes, and most places to choose from, on the page. */
    private static final int MOST = 300;

    private static final int LONGEST = 200;

    @CheckedTemplate(basePath = "posted", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance list(
                List<PostedCode> codes,
                List<Spot> places,
                String chosen,
                List<PostedKind> kinds,
                String key,
                List<String> faults);
    }

    private final PostedCodeRegister register;
    private final PostedCodeRepository codes;
    private final PostedRights rights;
    private final Places places;
    private final BusinessClock clock;
    private final Ids ids;
    private final Actor actor;

    PostedPages(
            PostedCodeRegister register,
            PostedCodeRepository codes,
            PostedRights rights,
            Places places,
            BusinessClock clock,
            Ids ids,
            Actor actor) {
        this.register = register;
        this.codes = codes;
        this.rights = rights;
        this.places = places;
        this.clock = clock;
        this.ids = ids;
        this.actor = actor;
    }

    /** @param place chosen already in the form that posts a code */
    @GET
    @AllowedTo({Role.UNIT_ADMIN, Role.CLERK, Role.CITY_OFFICE})
    public TemplateInstance list(@RestQuery @Nullable String place) {
        return list(place == null ? "" : place, List.of());
    }

    /** @param key made with the form: sent twice, it posts one code */
    @POST
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE})
    public Response post(
            @RestForm @Nullable String place,
            @RestForm @Nullable String kind,
            @RestForm @Nullable FreeText position,
            @RestForm @Nullable String key) {
        return done(() -> register.post(
                actor,
                new Posting(
                        kindOf(kind),
                        place == null ? "" : place.strip(),
                        position == null || position.isEmpty() ? null : within(position, 100),
                        null),
                key));
    }

    @POST
    @Path("/end")
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE})
    public Response end(
            @RestForm @Nullable UUID code, @RestForm @Nullable String as, @RestForm @Nullable FreeText reason) {
        return done(() -> {
            if (code == null || reason == null || reason.isEmpty()) {
                throw wrong("请选择评价点码并填写原因", "choose a code and give the reason");
            }
            PostedState end = "DAMAGED".equals(as) ? PostedState.DAMAGED : PostedState.WITHDRAWN;
            register.end(actor, code, end, within(reason, LONGEST));
        });
    }

    private Response done(Runnable act) {
        try {
            act.run();
            return Response.seeOther(URI.create("/evaluation/posted")).build();
        } catch (ProblemException problem) {
            return Response.status(problem.type().status())
                    .entity(list("", words(problem)).render())
                    .build();
        }
    }

    private TemplateInstance list(String chosen, List<String> faults) {
        BiPredicate<String, String> readable = rights.reading(actor);
        Predicate<String> mine = rights.acting(actor);
        return Templates.list(
                codes.listAll().stream()
                        .filter(code -> readable.test(code.place(), code.ownerUnit()))
                        .sorted(Comparator.comparing(PostedCode::state)
                                .thenComparing(PostedCode::place)
                                .thenComparing(PostedCode::id))
                        .limit(MOST)
                        .toList(),
                places.catalogue().spots().stream()
                        .filter(spot -> mine.test(spot.ownerOn(clock.today())))
                        .sorted(Comparator.comparing(Spot::code))
                        .limit(MOST)
                        .toList(),
                chosen,
                List.of(PostedKind.values()),
                ids.next().toString(),
                faults);
    }

    private static PostedKind kindOf(@Nullable String word) {
        return Arrays.stream(PostedKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("请选择张贴位置类别", "choose where it hangs"));
    }

    private static String within(FreeText text, int most) {
        if (text.length() > most) {
            throw wrong("文字最多 " + most + " 字", "at most " + most + " characters");
        }
        return text.value();
    }

    private static ProblemException wrong(String zh, String en) {
        return new ProblemException(CommonProblem.BAD_REQUEST, zh, en);
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
