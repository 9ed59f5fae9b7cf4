package io.mingjing.evaluation.place.web;

import io.mingjing.evaluation.place.application.CardPhotos;
import io.mingjing.evaluation.place.application.Findings;
import io.mingjing.evaluation.place.application.Silence;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Finding;
import io.mingjing.evaluation.place.domain.Hall;
import io.mingjing.evaluation.place.domain.Matter;
import io.mingjing.evaluation.place.domain.WindowStaff;
import io.mingjing.evaluation.place.persistence.HallRepository;
import io.mingjing.evaluation.place.persistence.MatterRepository;
import io.mingjing.evaluation.place.persistence.PlaceSheets;
import io.mingjing.evaluation.place.persistence.PlaceSheets.HallRow;
import io.mingjing.evaluation.place.persistence.PlaceSheets.SpotRow;
import io.mingjing.evaluation.place.persistence.WindowStaffRepository;
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

/** The register as its keepers read it: down the tree of halls, and what should be put right. */
@Path("/evaluation/places")
@Produces(MediaType.TEXT_HTML)
public class PlacePages {

    private static final int ROWS = 50;

    /** The tree is no deeper than its levels; a longer way up would be a circle. */
    private static final int LEVELS = 3;

    /** A matter with the name of its newest owner. */
    record MatterRow(Matter matter, String owner) {}

    /** One of the staff with the unit that sends them and their photo. */
    record StaffRow(
            WindowStaff staff, String unit, @Nullable String photo) {}

    /** A finding with the name of its unit and where it can be put right. */
    record FindingRow(Finding finding, String unit, String link) {

        static FindingRow of(Finding finding, String unit) {
            String link =
                    switch (finding.kind()) {
                        case DEVICE_SILENT, DEVICE_OUT_OF_ORDER -> "forms/device?code=";
                        case MATTER_LIMITS, MATTER_OWNER_GONE -> "forms/matter?code=";
                        case PLACE_OWNER_GONE, WINDOW_WITHOUT_CARD -> "spots/";
                    };
            return new FindingRow(finding, unit, "/evaluation/places/" + link + finding.code());
        }
    }

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

        static native TemplateInstance findings(List<FindingRow> rows, boolean keeps, @Nullable String next);

        static native TemplateInstance matters(
                List<MatterRow> rows, boolean keeps, boolean done, @Nullable String next);

        static native TemplateInstance staff(List<StaffRow> rows, boolean keeps, boolean done, @Nullable String next);
    }

    private final PlaceSheets sheets;
    private final HallRepository halls;
    private final MatterRepository matters;
    private final WindowStaffRepository people;
    private final Findings findings;
    private final CardPhotos photos;
    private final Silence silence;
    private final Units units;
    private final BusinessClock clock;
    private final Actor actor;

    PlacePages(
            PlaceSheets sheets,
            HallRepository halls,
            MatterRepository matters,
            WindowStaffRepository people,
            Findings findings,
            CardPhotos photos,
            Silence silence,
            Units units,
            BusinessClock clock,
            Actor actor) {
        this.sheets = sheets;
        this.halls = halls;
        this.matters = matters;
        this.people = people;
        this.findings = findings;
        this.photos = photos;
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

    @GET
    @Path("/findings")
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance findings(@RestQuery @Nullable String after) {
        ListPage<Finding> page = findings.page(actor, after, ROWS);
        return Templates.findings(
                page.items().stream()
                        .map(finding -> FindingRow.of(finding, nameOf(finding.unit())))
                        .toList(),
                keeps(),
                page.next());
    }

    @GET
    @Path("/matters")
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance matters(@RestQuery @Nullable String after, @RestQuery @Nullable String done) {
        ListPage<Matter> page =
                ListPage.cut(matters.after(code(after), ROWS + 1), ROWS, matter -> Cursor.of(matter.code()));
        return Templates.matters(
                page.items().stream()
                        .map(matter ->
                                new MatterRow(matter, nameOf(matter.lastOwner().orElse(null))))
                        .toList(),
                keeps(),
                done != null,
                page.next());
    }

    @GET
    @Path("/staff")
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT})
    @Operation(hidden = true)
    public TemplateInstance staff(@RestQuery @Nullable String after, @RestQuery @Nullable String done) {
        ListPage<WindowStaff> page =
                ListPage.cut(people.after(code(after), ROWS + 1), ROWS, one -> Cursor.of(one.code()));
        return Templates.staff(
                page.items().stream()
                        .map(one -> new StaffRow(one, nameOf(one.lastUnit()), photoOf(one)))
                        .toList(),
                keeps(),
                done != null,
                page.next());
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

    private @Nullable String photoOf(WindowStaff one) {
        String name = one.photo();
        return name == null ? null : photos.dataUri(name).orElse(null);
    }

    private String nameOf(@Nullable String unit) {
        return unit == null ? "" : units.nameOf(unit);
    }

    private static String code(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? "" : cursor.parts().getFirst();
    }
}
