package io.mingjing.evaluation.number.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.number.api.LeafResource.LeafView;
import io.mingjing.evaluation.number.application.Publication;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leaves of the city (市叶): what all bureaus left over. The city office works them itself; no bureau sees them. */
@Path("/api/v1/city-leaves")
public class CityLeafResource {

    private final Publication publication;
    private final Actor actor;

    CityLeafResource(Publication publication, Actor actor) {
        this.publication = publication;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "List the city's own leaves, for the city office and the city's oversight")
    public ListPage<LeafView> list(@BeanParam @Valid PageQuery page) {
        return publication.cityPage(actor, page.after(), page.limit()).map(LeafView::of);
    }
}
