package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.IntegrityMatters;
import io.mingjing.evaluation.office.application.IntegrityMatters.Item;
import io.mingjing.evaluation.office.application.IntegrityWork;
import io.mingjing.evaluation.office.application.Words;
import io.mingjing.evaluation.office.domain.IntegrityState;
import io.mingjing.evaluation.office.domain.IntegrityStep;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Integrity matters (廉洁问题): the city's discipline works them, its oversight reads them, no unit sees them. */
@Path("/api/v1/integrity-matters")
public class IntegrityMatterResource {

    private static final int LONGEST = 1_000;

    public record StepView(IntegrityState state, String words, String by, Instant at) {

        static StepView of(IntegrityStep step) {
            return new StepView(step.state(), step.words(), step.name(), step.at());
        }
    }

    /** @param id name of the matter, the same before and after its rating is in a leaf */
    public record MatterView(
            String id,
            @Nullable String place,
            @Nullable String placeName,
            String ownerUnit,
            @Nullable LocalDate day,
            @Nullable Integer level,
            List<String> reasons,
            @Nullable String note,
            List<StepView> steps) {

        static MatterView of(Item item) {
            return new MatterView(
                    item.id(),
                    item.place(),
                    item.placeName(),
                    item.ownerUnit(),
                    item.day(),
                    item.level(),
                    item.reasons(),
                    item.note(),
                    item.steps().stream().map(StepView::of).toList());
        }
    }

    /** @param words what was done, 1 to 1000 characters */
    public record StepRequest(
            @NotNull(message = "请填写状态：TAKEN、CHECKING、VERIFIED、NOT_VERIFIED 或 MALICIOUS")
            IntegrityState state,

            @Nullable FreeText words) {}

    private final IntegrityMatters matters;
    private final IntegrityWork work;
    private final Actor actor;

    IntegrityMatterResource(IntegrityMatters matters, IntegrityWork work, Actor actor) {
        this.matters = matters;
        this.work = work;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.DISCIPLINE, Role.OVERSIGHT})
    @Operation(summary = "Integrity matters of ratings in leaves, in an order of chance; each look is audited")
    public ListPage<MatterView> mixed(@BeanParam @Valid PageQuery page) {
        return matters.mixed(actor, page.after(), page.limit()).map(MatterView::of);
    }

    @GET
    @Path("/pending")
    @AllowedTo({Role.DISCIPLINE, Role.OVERSIGHT})
    @Operation(summary = "Those of pending ratings, opened when asked for; each view is audited")
    public ListPage<MatterView> pending(@BeanParam @Valid PageQuery page) {
        return matters.pending(actor, page.after(), page.limit()).map(MatterView::of);
    }

    @POST
    @Path("/{id}/steps")
    @AllowedTo(Role.DISCIPLINE)
    @ResponseStatus(201)
    @Operation(summary = "Note what discipline did; a closing state ends the matter")
    public void add(
            @RestPath String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提供 JSON 内容") @Valid StepRequest request) {
        work.add(actor, key, id, request.state(), Words.required("words", request.words(), LONGEST));
    }
}
