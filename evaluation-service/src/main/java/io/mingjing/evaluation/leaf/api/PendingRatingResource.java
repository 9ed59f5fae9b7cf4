package io.mingjing.evaluation.leaf.api;

import io.mingjing.evaluation.leaf.application.PendingRatings;
import io.mingjing.evaluation.leaf.application.PendingRatings.PendingRating;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Poor ratings that no leaf has taken yet, for the city office. */
@Path("/api/v1/pending-ratings")
public class PendingRatingResource {

    private final PendingRatings pending;
    private final Actor actor;

    PendingRatingResource(PendingRatings pending, Actor actor) {
        this.pending = pending;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Open the pending poor ratings (差评), in an order of chance; each view is audited")
    public ListPage<PendingRating> list(
            @RestQuery @Nullable String after,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "每页至少 1 条")
                    @Max(value = ListPage.MAX, message = "每页最多 200 条")
                    int limit) {
        return pending.view(actor, after, limit);
    }
}
