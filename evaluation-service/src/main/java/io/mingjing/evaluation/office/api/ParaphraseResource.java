package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.ForReadersOfLeaves;
import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.Paraphrasing;
import io.mingjing.evaluation.office.application.PublishedWords;
import io.mingjing.evaluation.office.persistence.PublishedParaphrases;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Paraphrases (转述): the published ones for everybody who reads leaves, the others for the city office. */
@Path("/api/v1/paraphrases")
public class ParaphraseResource {

    /** @param slot day of the slot it was published with */
    public record LineView(UUID leaf, String leafNumber, String ownerUnit, String text, LocalDate slot) {

        static LineView of(PublishedParaphrases.Line line) {
            return new LineView(line.leafId(), line.leafNumber(), line.ownerUnit(), line.text(), line.slot());
        }
    }

    private final Paraphrasing paraphrasing;
    private final PublishedWords published;
    private final Actor actor;

    ParaphraseResource(Paraphrasing paraphrasing, PublishedWords published, Actor actor) {
        this.paraphrasing = paraphrasing;
        this.published = published;
        this.actor = actor;
    }

    @GET
    @ForReadersOfLeaves
    @Operation(summary = "Published paraphrases of the leaves one may read, by owner; never in order of time")
    public ListPage<LineView> list(@BeanParam @Valid PageQuery page) {
        return published.paraphrases(actor, page.after(), page.limit()).map(LineView::of);
    }

    @POST
    @Path("/{id}/approval")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Take the second look (复核): another person than the author")
    public void approve(@RestPath UUID id) {
        paraphrasing.approve(actor, id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Take one back before it is published")
    public void drop(@RestPath UUID id) {
        paraphrasing.drop(actor, id);
    }
}
