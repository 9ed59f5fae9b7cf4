package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.office.application.Coercions;
import io.mingjing.evaluation.office.application.Coercions.Chips;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.http.UnitTree;
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

/** The private chip 被要求打满意 per place and day, for the city office alone; opening it is recorded. */
@Path("/evaluation/office/coercions")
@Produces(MediaType.TEXT_HTML)
public class CoercionPage {

    private static final int ROWS = 50;

    /** A place and day in words. */
    record Row(
            String unit, @Nullable String place, @Nullable LocalDate day, long pending, long mixed) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance coercions(List<Row> rows, @Nullable String next);
    }

    private final Coercions coercions;
    private final UnitTree units;
    private final Actor actor;

    CoercionPage(Coercions coercions, UnitTree units, Actor actor) {
        this.coercions = coercions;
        this.units = units;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after) {
        ListPage<Chips> page = coercions.page(actor, after, ROWS);
        return Templates.coercions(
                page.items().stream()
                        .map(one -> new Row(
                                units.nameOf(one.unit()), one.placeName(), one.day(), one.pending(), one.mixed()))
                        .toList(),
                page.next());
    }
}
