package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.Coercions;
import io.mingjing.evaluation.office.application.Coercions.Chips;
import io.mingjing.evaluation.office.application.Radar;
import io.mingjing.evaluation.office.application.Radar.FlaggedLeaf;
import io.mingjing.evaluation.office.application.Radar.PendingFlags;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the stuffing radar noticed, and the private chip 被要求打满意; people judge, nothing is deleted. */
@Path("/api/v1")
public class RadarResource {

    /**
     * @param ratings all ratings of the leaf
     * @param flags those of them with a flag, by flag
     */
    public record FlaggedLeafView(
            UUID leaf,
            String number,
            String placeName,
            String ownerUnit,
            LocalDate slot,
            long ratings,
            Map<String, Long> flags) {

        static FlaggedLeafView of(FlaggedLeaf flagged) {
            return new FlaggedLeafView(
                    flagged.leaf().id(),
                    flagged.leaf().number(),
                    flagged.leaf().placeName(),
                    flagged.leaf().ownerUnit(),
                    flagged.leaf().slot(),
                    flagged.leaf().ratings(),
                    new TreeMap<>(flagged.flags()));
        }
    }

    private final Radar radar;
    private final Coercions coercions;
    private final Actor actor;

    RadarResource(Radar radar, Coercions coercions, Actor actor) {
        this.radar = radar;
        this.coercions = coercions;
        this.actor = actor;
    }

    @GET
    @Path("/leaf-flags")
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "Leaves in which the stuffing radar noticed something, newest slot first")
    public ListPage<FlaggedLeafView> leaves(@BeanParam @Valid PageQuery page) {
        return radar.leaves(actor, page.after(), page.limit()).map(FlaggedLeafView::of);
    }

    @GET
    @Path("/pending-flags")
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "Pending ratings per place and day where something was noticed; each look is audited")
    public ListPage<PendingFlags> pending(@BeanParam @Valid PageQuery page) {
        return radar.pending(actor, page.after(), page.limit());
    }

    @GET
    @Path("/coercions")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "The chip 被要求打满意 per place and day, for the city office alone; each look is audited")
    public ListPage<Chips> coercions(@BeanParam @Valid PageQuery page) {
        return coercions.page(actor, page.after(), page.limit());
    }
}
