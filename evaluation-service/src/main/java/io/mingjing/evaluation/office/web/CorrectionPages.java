package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.office.application.Corrections;
import io.mingjing.evaluation.office.application.Corrections.Known;
import io.mingjing.evaluation.office.application.OfficeRights;
import io.mingjing.evaluation.office.application.Words;
import io.mingjing.evaluation.office.domain.Correction;
import io.mingjing.evaluation.office.domain.Correction.Claim;
import io.mingjing.evaluation.office.domain.Ground;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.ids.Ids;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Later decisions on validity (更正): one person proposes, another decides; oversight reads. */
@Path("/evaluation/office/corrections")
@Produces(MediaType.TEXT_HTML)
public class CorrectionPages {

    private static final URI HERE = URI.create("/evaluation/office/corrections");
    private static final int ROWS = 50;
    private static final int LONGEST = 1_000;

    /** A choice of the form. */
    record Choice(String value, String words) {}

    /** A correction in words. */
    record Row(
            UUID id,
            String leaf,
            String place,
            String level,
            long ratings,
            String ground,
            String why,
            String state,
            String colour,
            String proposedBy,
            @Nullable String decidedBy,
            @Nullable String decidedWhy,
            boolean mayDecide,
            boolean own) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance corrections(
                List<Row> rows,
                boolean office,
                List<Choice> levels,
                List<Choice> grounds,
                String repeat,
                List<String> faults,
                @Nullable String next);
    }

    private final Corrections corrections;
    private final OfficeRights rights;
    private final ScaleWords words;
    private final Ids ids;
    private final Actor actor;

    CorrectionPages(Corrections corrections, OfficeRights rights, ScaleWords words, Ids ids, Actor actor) {
        this.corrections = corrections;
        this.rights = rights;
        this.words = words;
        this.ids = ids;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after) {
        return page(after, List.of());
    }

    @POST
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response propose(
            @RestForm @Nullable String repeat,
            @RestForm @Nullable String leaf,
            @RestForm @Nullable Integer level,
            @RestForm @Nullable Long ratings,
            @RestForm @Nullable Ground ground,
            @RestForm @Nullable FreeText why) {
        try {
            if (level == null || level < 1 || level > 5 || ratings == null || ratings < 1 || ground == null) {
                throw wrong("请填写等次、条数和依据", "Level, number and ground are needed");
            }
            LeafFacts found = corrections
                    .leaf(actor, leaf == null ? "" : leaf.strip())
                    .orElseThrow(() -> wrong("没有这个叶号", "There is no leaf of this number"));
            corrections.propose(
                    actor, repeat, new Claim(found.id(), level, ratings, ground, Words.required("why", why, LONGEST)));
            return Response.seeOther(HERE).build();
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.BAD_REQUEST && refused.type() != CommonProblem.RULE) {
                throw refused;
            }
            String fault = Language.current()
                    .pick(refused.detail().zh(), refused.detail().en());
            return Response.status(refused.type().status())
                    .entity(page(null, List.of(fault)).render())
                    .build();
        }
    }

    @POST
    @Path("/{id}/confirmation")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response confirm(@RestPath UUID id) {
        corrections.decide(actor, id, true, null);
        return Response.seeOther(HERE).build();
    }

    @POST
    @Path("/{id}/refusal")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public Response refuse(@RestPath UUID id, @RestForm @Nullable FreeText why) {
        corrections.decide(actor, id, false, Words.required("why", why, LONGEST));
        return Response.seeOther(HERE).build();
    }

    private TemplateInstance page(@Nullable String after, List<String> faults) {
        boolean office = rights.isOffice(actor);
        ListPage<Known> page = corrections.page(actor, null, after, ROWS);
        return Templates.corrections(
                page.items().stream().map(known -> row(known, office)).toList(),
                office,
                IntStream.rangeClosed(1, 5)
                        .mapToObj(level -> new Choice(Integer.toString(level), words.level(level)))
                        .toList(),
                Arrays.stream(Ground.values())
                        .map(ground ->
                                new Choice(ground.name(), Language.current().pick(ground.zh(), ground.en())))
                        .toList(),
                ids.next().toString(),
                faults,
                page.next());
    }

    private Row row(Known known, boolean office) {
        Correction one = known.correction();
        boolean open = one.state() == Correction.State.PROPOSED;
        return new Row(
                one.id(),
                known.leaf().number(),
                known.leaf().placeName(),
                words.level(one.level()),
                one.ratings(),
                Language.current().pick(one.ground().zh(), one.ground().en()),
                one.why(),
                state(one.state()),
                colour(one.state()),
                one.proposerName(),
                one.deciderName(),
                one.decidedWhy(),
                office && open && !known.own(),
                office && open && known.own());
    }

    private static String state(Correction.State state) {
        Language language = Language.current();
        return switch (state) {
            case PROPOSED -> language.pick("待另一人确认", "waits for the second person");
            case CONFIRMED -> language.pick("已确认，待公布", "confirmed, to be published");
            case REFUSED -> language.pick("未通过", "refused");
            case PUBLISHED -> language.pick("已公布", "published");
        };
    }

    private static String colour(Correction.State state) {
        return switch (state) {
            case PROPOSED -> "yellow";
            case CONFIRMED -> "blue";
            case REFUSED -> "";
            case PUBLISHED -> "green";
        };
    }

    private static ProblemException wrong(String zh, String en) {
        return new ProblemException(CommonProblem.BAD_REQUEST, zh, en);
    }
}
