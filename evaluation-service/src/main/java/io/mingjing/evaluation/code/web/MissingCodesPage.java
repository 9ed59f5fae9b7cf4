package io.mingjing.evaluation.code.web;

import io.mingjing.evaluation.code.application.PlacesWithoutCode;
import io.mingjing.evaluation.code.application.PlacesWithoutCode.Missing;
import io.mingjing.evaluation.place.application.Units;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where nobody can rate, for whoever hangs up the codes; reached from the pages of places and of posted codes. */
@Path("/evaluation/posted/missing")
@Produces(MediaType.TEXT_HTML)
public class MissingCodesPage {

    private static final int ROWS = 50;

    /** @param unit name of the owner */
    public record Row(Missing missing, String unit) {}

    @CheckedTemplate(basePath = "posted", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance missing(List<Row> rows, boolean register, boolean posts, @Nullable String next);
    }

    private final PlacesWithoutCode without;
    private final Units units;
    private final Actor actor;

    MissingCodesPage(PlacesWithoutCode without, Units units, Actor actor) {
        this.without = without;
        this.units = units;
        this.actor = actor;
    }

    @GET
    @AllowedTo({Role.UNIT_ADMIN, Role.CLERK, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance list(@RestQuery @Nullable String after) {
        ListPage<Missing> page = without.page(actor, after, ROWS);
        return Templates.missing(
                page.items().stream()
                        .map(missing -> new Row(missing, units.nameOf(missing.ownerUnit())))
                        .toList(),
                actor.hasRole(Role.UNIT_ADMIN, Role.CLERK, Role.CITY_OFFICE),
                actor.hasRole(Role.UNIT_ADMIN, Role.CITY_OFFICE),
                page.next());
    }
}
