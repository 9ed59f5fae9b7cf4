package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.office.application.IntegrityMatters;
import io.mingjing.evaluation.office.application.IntegrityMatters.Item;
import io.mingjing.evaluation.office.application.IntegrityWork;
import io.mingjing.evaluation.office.application.OfficeRights;
import io.mingjing.evaluation.office.application.Words;
import io.mingjing.evaluation.office.domain.IntegrityState;
import io.mingjing.evaluation.office.domain.IntegrityStep;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.http.UnitTree;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Integrity matters (廉洁问题): the city's discipline works them, its oversight reads them. Every look is recorded. */
@Path("/evaluation/integrity")
@Produces(MediaType.TEXT_HTML)
public class IntegrityPages {

    private static final String PENDING = "pending";
    private static final int ROWS = 50;
    private static final int LONGEST = 1_000;

    /** A choice of the form. */
    record Choice(String value, String words) {}

    /** A step in words. */
    record StepRow(String state, String words, String by, Instant at) {}

    /**
     * A matter in words.
     *
     * @param repeat Idempotency-Key of its form
     */
    record Row(
            String id,
            String unit,
            @Nullable String place,
            @Nullable LocalDate day,
            List<String> reasons,
            @Nullable String note,
            List<StepRow> steps,
            boolean closed,
            String repeat) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance integrity(
                List<Row> rows, boolean pending, boolean works, List<Choice> states, @Nullable String next);
    }

    private final IntegrityMatters matters;
    private final IntegrityWork work;
    private final OfficeRights rights;
    private final ScaleWords words;
    private final UnitTree units;
    private final Ids ids;
    private final Actor actor;

    IntegrityPages(
            IntegrityMatters matters,
            IntegrityWork work,
            OfficeRights rights,
            ScaleWords words,
            UnitTree units,
            Ids ids,
            Actor actor) {
        this.matters = matters;
        this.work = work;
        this.rights = rights;
        this.words = words;
        this.units = units;
        this.ids = ids;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.DISCIPLINE, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after, @RestQuery @Nullable String of) {
        boolean pending = PENDING.equals(of);
        ListPage<Item> page = pending ? matters.pending(actor, after, ROWS) : matters.mixed(actor, after, ROWS);
        return Templates.integrity(
                page.items().stream().map(this::row).toList(),
                pending,
                rights.isDiscipline(actor),
                Arrays.stream(IntegrityState.values())
                        .map(state ->
                                new Choice(state.name(), Language.current().pick(state.zh(), state.en())))
                        .toList(),
                page.next());
    }

    @POST
    @Path("/{id}/steps")
    @AllowedTo(Role.DISCIPLINE)
    @Operation(hidden = true)
    public Response add(
            @RestPath String id,
            @RestForm @Nullable String repeat,
            @RestForm @Nullable IntegrityState state,
            @RestForm @Nullable FreeText text,
            @RestForm @Nullable String of) {
        if (state == null) {
            throw new ProblemException(CommonProblem.BAD_REQUEST, "请选择状态", "Choose a state");
        }
        work.add(actor, repeat, id, state, Words.required("text", text, LONGEST));
        return Response.seeOther(URI.create("/evaluation/integrity" + (PENDING.equals(of) ? "?of=pending" : "")))
                .build();
    }

    private Row row(Item item) {
        List<IntegrityStep> steps = item.steps();
        return new Row(
                item.id(),
                units.nameOf(item.ownerUnit()),
                item.placeName(),
                item.day(),
                item.reasons().stream().map(words::reason).toList(),
                item.note(),
                steps.stream()
                        .map(step -> new StepRow(
                                Language.current()
                                        .pick(step.state().zh(), step.state().en()),
                                step.words(),
                                step.name(),
                                step.at()))
                        .toList(),
                !steps.isEmpty() && steps.getLast().state().closing(),
                ids.next().toString());
    }
}
