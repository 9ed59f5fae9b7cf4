package io.mingjing.evaluation.place.web;

import io.mingjing.evaluation.place.application.Findings;
import io.mingjing.evaluation.place.application.Silence;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Finding;
import io.mingjing.evaluation.place.domain.Hall;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.evaluation.place.persistence.PlaceSheets;
import io.mingjing.evaluation.place.persistence.PlaceSheets.HallRow;
import io.mingjing.evaluation.place.persistence.PlaceSheets.SpotRow;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The register as its keepers read it: down the tree of halls to what is in each. */
@Path("/evaluation/places")
@Produces(MediaType.TEXT_HTML)
public class PlacePages {

    private static final int ROWS = 50;

    /** The tree is no deeper than its levels; a longer way up would be a circle. */
    private static final int LEVELS = 3;

    @CheckedTemplate(basePath = "places", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance halls(
                List<Hall> above,
                ListPage<HallRow> page,
                int findings,
                boolean more,
                boolean keeps,
                @Nullable String next);

        static native TemplateInstance hall(
                @Nullable Hall hall,
                String unit,
                List<Hall> above,
                List<HallRow> below,
                boolean moreBelow,
                ListPage<SpotRow> page,
                boolean keeps,
                boolean done,
                @Nullable String next);
    }

    private final PlaceSheets sheets;
    private final HallRepository halls;
    private final Findings findings;
    private final Silence silence;
    private final Units units;
    private final BusinessClock clock;
    private final Actor actor;

    PlacePages(
            PlaceSheets sheets,
            HallRepository halls,
            Findings findings,
            Silence silence,
            Units units,
            BusinessClock clock,
            Actor actor) {
        this.sheets = sheets;
        this.halls = halls;
        this.findings = findings;
        this.silence = silence;
        this.units = units;
        this.clock = clock;
        this.actor = actor;
    }

    /** The highest halls, or those below one. */
    @GET
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance halls(@RestQuery @Nullable String under, @RestQuery @Nullable String after) {
        List<Hall> above = under == null ? List.of() : above(required(under));
        ListPage<HallRow> page =
                ListPage.cut(sheets.halls(under, code(after), ROWS + 1), ROWS, row -> Cursor.of(row.code()));
        ListPage<Finding> found = findings.page(actor, null, ROWS);
        return Templates.halls(above, page, found.items().size(), found.next() != null, keeps(), page.next());
    }

    @GET
    @Path("/halls/{code}")
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance hall(
            @RestPath String code, @RestQuery @Nullable String after, @RestQuery @Nullable String done) {
        Hall hall = required(code);
        List<HallRow> below = sheets.halls(code, "", ROWS + 1);
        ListPage<SpotRow> page = spots(code, after);
        List<Hall> above = above(hall);
        return Templates.hall(
                hall,
                nameOf(hall.unit()),
                above.subList(0, above.size() - 1),
                below.subList(0, Math.min(ROWS, below.size())),
                below.size() > ROWS,
                page,
                keeps(),
                done != null,
                page.next());
    }

    /** Points that are in no hall. */
    @GET
    @Path("/outside")
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance outside(@RestQuery @Nullable String after) {
        ListPage<SpotRow> page = spots(null, after);
        return Templates.hall(null, "", List.of(), List.of(), false, page, keeps(), false, page.next());
    }

    /** Whether to offer the forms; who may register what is the registers' to say. */
    private boolean keeps() {
        return actor.hasRole(Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS);
    }

    private ListPage<SpotRow> spots(@Nullable String hall, @Nullable String after) {
        return ListPage.cut(
                sheets.spots(clock.today(), silence.notBefore(), hall, code(after), ROWS + 1),
                ROWS,
                row -> Cursor.of(row.code()));
    }

    private Hall required(String code) {
        return halls.findByIdOptional(code)
                .orElseThrow(() ->
                        new ProblemException(CommonProblem.NOT_FOUND, "没有登记大厅 " + code, "There is no hall " + code));
    }

    /** The way down to a hall, the highest first, itself last. */
    private List<Hall> above(Hall hall) {
        List<Hall> way = new ArrayList<>(List.of(hall));
        String parent = hall.parent();
        while (parent != null && way.size() < LEVELS) {
            Hall above = required(parent);
            way.addFirst(above);
            parent = above.parent();
        }
        return way;
    }

    private String nameOf(@Nullable String unit) {
        return unit == null ? "" : units.nameOf(unit);
    }

    private static String code(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? "" : cursor.parts().getFirst();
    }
}
