package io.mingjing.evaluation.leaf.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.leaf.application.PendingRatings;
import io.mingjing.evaluation.leaf.application.PendingRatings.PendingRating;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

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
    public ListPage<PendingRating> list(@BeanParam @Valid PageQuery page) {
        return pending.view(actor, page.after(), page.limit());
    }
}
