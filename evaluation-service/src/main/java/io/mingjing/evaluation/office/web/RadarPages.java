package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.leaf.application.FlagWords;
import io.mingjing.evaluation.office.application.Radar;
import io.mingjing.evaluation.office.application.Radar.FlaggedLeaf;
import io.mingjing.evaluation.office.application.Radar.PendingFlags;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the stuffing radar (异常监测) noticed, for the city office and oversight. The pending side opens boxes, so it is a page of its own. */
@Path("/evaluation/radar")
@Produces(MediaType.TEXT_HTML)
public class RadarPages {

    private static final int ROWS = 50;

    /** A leaf in words. */
    record LeafRow(String number, String place, LocalDate slot, long ratings, String flags) {}

    /** A place and day in words. */
    record SpotRow(String place, LocalDate day, long ratings, long flagged, String flags) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance radar(List<LeafRow> rows, @Nullable String next);

        static native TemplateInstance radarPending(List<SpotRow> rows, @Nullable String next);
    }

    private final Radar radar;
    private final Actor actor;

    RadarPages(Radar radar, Actor actor) {
        this.radar = radar;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance leaves(@RestQuery @Nullable String after) {
        ListPage<FlaggedLeaf> page = radar.leaves(actor, after, ROWS);
        return Templates.radar(
                page.items().stream()
                        .map(one -> new LeafRow(
                                one.leaf().number(),
                                one.leaf().placeName(),
                                one.leaf().slot(),
                                one.leaf().ratings(),
                                FlagWords.of(one.flags())))
                        .toList(),
                page.next());
    }

    @GET
    @Path("/pending")
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance pending(@RestQuery @Nullable String after) {
        ListPage<PendingFlags> page = radar.pending(actor, after, ROWS);
        return Templates.radarPending(
                page.items().stream()
                        .map(one -> new SpotRow(
                                one.placeName(), one.day(), one.ratings(), one.flagged(), FlagWords.of(one.flags())))
                        .toList(),
                page.next());
    }
}
