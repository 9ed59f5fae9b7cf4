package io.mingjing.evaluation.place.web;

import io.mingjing.evaluation.place.application.StaffRegister;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Unit;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.ProblemException.Words;
import io.mingjing.kernel.http.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The forms with which the register is kept; a refusal comes back as the form, with what was wrong at its field. */
@Path("/evaluation/places")
@Produces(MediaType.TEXT_HTML)
public class PlaceFormPages {

    private static final int UNITS_SHOWN = 500;

    @CheckedTemplate(basePath = "places", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance form(
                String path,
                Words title,
                List<FormField> fields,
                List<Unit> units,
                @Nullable Words why,
                List<String> faults);
    }

    private final PlaceFiling filing;
    private final KnownValues known;
    private final StaffRegister staff;
    private final Units units;
    private final Actor actor;

    PlaceFormPages(PlaceFiling filing, KnownValues known, StaffRegister staff, Units units, Actor actor) {
        this.filing = filing;
        this.known = known;
        this.staff = staff;
        this.units = units;
        this.actor = actor;
    }

    /** A form, filled with what is registered under its code and with what the link that led here says. */
    @GET
    @Path("/forms/{form}")
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS})
    @Operation(hidden = true)
    public TemplateInstance open(@RestPath String form, @Context UriInfo address) {
        PlaceForm which = required(form);
        SentForm asked = SentForm.of(address.getQueryParameters());
        Map<String, String> values = new HashMap<>(known.of(which, asked.text("code")));
        asked.values().forEach(values::putIfAbsent);
        return page(which, values, null);
    }

    @POST
    @Path("/forms/{form}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS})
    @Operation(hidden = true)
    public Response send(@RestPath String form, MultivaluedMap<String, String> sent) {
        PlaceForm which = required(form);
        SentForm values = SentForm.of(sent);
        try {
            return Response.seeOther(URI.create(filing.file(which, values) + "?done=1"))
                    .build();
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(which, values.values(), refusal).render())
                    .build();
        }
    }

    /** The photo of somebody's card. */
    @POST
    @Path("/staff/{code}/photo")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @AllowedTo({Role.UNIT_ADMIN, Role.CITY_OFFICE, Role.OPERATIONS})
    @Operation(hidden = true)
    public Response photograph(@RestPath String code, @RestForm @Nullable FileUpload photo) throws IOException {
        staff.photograph(actor, code, photo == null ? new byte[0] : Files.readAllBytes(photo.uploadedFile()));
        return Response.seeOther(URI.create("/evaluation/places/staff?done=1")).build();
    }

    private TemplateInstance page(PlaceForm form, Map<String, String> values, @Nullable ProblemException refusal) {
        List<Violation> violations = refusal == null ? List.of() : refusal.violations();
        List<FormField> fields = form.fields().stream()
                .map(field -> field.filled(values.get(field.name()), faultOf(field.name(), violations)))
                .toList();
        return Templates.form(
                form.path(),
                form.title(),
                fields,
                units.active(UNITS_SHOWN),
                refusal == null ? null : refusal.detail(),
                violations.stream().map(PlaceFormPages::words).toList());
    }

    private static @Nullable String faultOf(String field, List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.field().equals(field))
                .map(PlaceFormPages::words)
                .findFirst()
                .orElse(null);
    }

    private static String words(Violation violation) {
        return Language.current().pick(violation.zh(), violation.en());
    }

    private static PlaceForm required(String form) {
        return PlaceForm.named(form)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "没有这种表单", "There is no such form"));
    }
}
