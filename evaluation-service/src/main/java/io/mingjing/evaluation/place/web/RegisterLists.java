package io.mingjing.evaluation.place.web;

import io.mingjing.evaluation.place.application.CardPhotos;
import io.mingjing.evaluation.place.application.Findings;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Finding;
import io.mingjing.evaluation.place.domain.Matter;
import io.mingjing.evaluation.place.domain.WindowStaff;
import io.mingjing.evaluation.place.persistence.MatterRepository;
import io.mingjing.evaluation.place.persistence.WindowStaffRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Cursor;
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

/** The lists beside the tree of halls: matters, window staff, and what should be put right. */
@Path("/evaluation/places")
@Produces(MediaType.TEXT_HTML)
public class RegisterLists {

    private static final int ROWS = 50;

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
        static native TemplateInstance findings(List<FindingRow> rows, boolean keeps, @Nullable String next);

        static native TemplateInstance matters(
                List<MatterRow> rows, boolean keeps, boolean done, @Nullable String next);

        static native TemplateInstance staff(List<StaffRow> rows, boolean keeps, boolean done, @Nullable String next);
    }

    private final MatterRepository matters;
    private final WindowStaffRepository people;
    private final Findings findings;
    private final CardPhotos photos;
    private final Units units;
    private final Actor actor;

    RegisterLists(
            MatterRepository matters,
            WindowStaffRepository people,
            Findings findings,
            CardPhotos photos,
            Units units,
            Actor actor) {
        this.matters = matters;
        this.people = people;
        this.findings = findings;
        this.photos = photos;
        this.units = units;
        this.actor = actor;
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
