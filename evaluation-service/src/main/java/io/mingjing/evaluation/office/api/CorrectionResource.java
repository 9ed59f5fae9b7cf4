package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.Corrections;
import io.mingjing.evaluation.office.application.Corrections.Known;
import io.mingjing.evaluation.office.application.Words;
import io.mingjing.evaluation.office.domain.Correction;
import io.mingjing.evaluation.office.domain.Correction.Claim;
import io.mingjing.evaluation.office.domain.Ground;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Later decisions on validity (更正): one person of the city office proposes, another decides. No unit reaches this. */
@Path("/api/v1/corrections")
public class CorrectionResource {

    private static final int LONGEST = 1_000;

    public record CorrectionView(
            UUID id,
            UUID leaf,
            String leafNumber,
            int level,
            long ratings,
            Ground ground,
            String why,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedWhy) {

        static CorrectionView of(Known known) {
            Correction one = known.correction();
            return new CorrectionView(
                    one.id(),
                    one.leafId(),
                    known.leaf().number(),
                    one.level(),
                    one.ratings(),
                    one.ground(),
                    one.why(),
                    one.state().name(),
                    one.proposerName(),
                    one.proposedAt(),
                    one.deciderName(),
                    one.decidedAt(),
                    one.decidedWhy());
        }
    }

    /**
     * @param leaf id of the leaf
     * @param ratings how many of its ratings at this level are not valid
     * @param why what was found, 1 to 1000 characters; never published
     */
    public record CorrectionRequest(
            @NotNull(message = "请填写叶的 id") UUID leaf,

            @NotNull(message = "请填写等次 1 至 5")
            @Min(value = 1, message = "等次为 1 至 5")
            @Max(value = 5, message = "等次为 1 至 5")
            Integer level,

            @NotNull(message = "请填写条数") @Min(value = 1, message = "至少 1 条")
            Long ratings,

            @NotNull(message = "请填写依据：TEST、FRAUD 或 OUTSIDE_WINDOW")
            Ground ground,

            @Nullable FreeText why) {}

    /** @param why needed to refuse */
    public record DecisionRequest(@Nullable FreeText why) {}

    private final Corrections corrections;
    private final Actor actor;

    CorrectionResource(Corrections corrections, Actor actor) {
        this.corrections = corrections;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "Corrections, published or not, in an order of chance")
    public ListPage<CorrectionView> list(
            @RestQuery Correction.@Nullable State state, @BeanParam @Valid PageQuery page) {
        return corrections.page(actor, state, page.after(), page.limit()).map(CorrectionView::of);
    }

    @GET
    @Path("/{id}")
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "One of them")
    public CorrectionView get(@RestPath UUID id) {
        return CorrectionView.of(corrections.find(actor, id));
    }

    @POST
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Propose that ratings of a leaf are not valid")
    public RestResponse<Void> propose(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提供 JSON 内容") @Valid CorrectionRequest request) {
        String why = Words.required("why", request.why(), LONGEST);
        Claim claim = new Claim(request.leaf(), request.level(), request.ratings(), request.ground(), why);
        return RestResponse.created(URI.create(corrections.propose(actor, key, claim)));
    }

    @POST
    @Path("/{id}/confirmation")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Confirm one: another person than who proposed it")
    public CorrectionView confirm(@RestPath UUID id) {
        corrections.decide(actor, id, true, null);
        return get(id);
    }

    @POST
    @Path("/{id}/refusal")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Refuse one: another person than who proposed it")
    public CorrectionView refuse(@RestPath UUID id, @NotNull(message = "请提供 JSON 内容") DecisionRequest request) {
        corrections.decide(actor, id, false, Words.required("why", request.why(), LONGEST));
        return get(id);
    }
}
